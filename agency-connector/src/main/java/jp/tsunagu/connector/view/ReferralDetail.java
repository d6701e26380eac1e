package jp.tsunagu.connector.view;

import java.util.List;
import jp.tsunagu.connector.record.Opening;
import jp.tsunagu.contract.written.Flat;

/**
 * A leg of a referral as in a list, with the dossiers that came with it.
 *
 * @param openings who opened it, when, and which of the parts held here could be read then
 */
public record ReferralDetail(
    @Flat ReferralSummary referral, List<DossierJson> dossiers, List<Opening> openings) {}
