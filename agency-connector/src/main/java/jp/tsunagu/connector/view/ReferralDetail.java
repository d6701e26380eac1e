package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.tsunagu.connector.record.Opening;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * A leg of a referral as in a list, with the dossiers that came with it.
 *
 * @param settled of a つなぎ戻し alone: roles as codes of the city's list, 主担当 and rhythm of contact;
 *     what it says in words is among the dossiers
 * @param openings who opened it, when, and which of the parts held here could be read then
 */
public record ReferralDetail(
    @Flat ReferralSummary referral,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Settled settled,
    List<DossierJson> dossiers,
    List<Opening> openings) {}
