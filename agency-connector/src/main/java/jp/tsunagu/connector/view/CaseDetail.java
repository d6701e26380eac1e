package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.contract.written.Flat;
import org.jspecify.annotations.Nullable;

/**
 * A case as in a list, with what this agency asked for and the dossiers it holds.
 *
 * @param protection for a protected case (保護案件) alone
 */
public record CaseDetail(
    @Flat CaseView view,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ProtectionNote protection,
    List<OutcomeView> commands,
    List<DossierJson> dossiers) {}
