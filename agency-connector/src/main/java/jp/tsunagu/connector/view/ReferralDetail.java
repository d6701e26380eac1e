package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.tsunagu.connector.record.Opening;

/**
 * A leg of a referral as in a list, with the dossiers that came with it.
 *
 * @param openings who opened it, when, and which of the parts held here could be read then
 */
public record ReferralDetail(
    @JsonUnwrapped ReferralSummary referral, List<DossierJson> dossiers, List<Opening> openings) {}
