package jp.tsunagu.connector.view;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.tsunagu.connector.record.CaseView;

/** A case as in a list, with what this agency asked for and the dossiers it holds. */
public record CaseDetail(
    @JsonUnwrapped CaseView view, List<OutcomeView> commands, List<DossierJson> dossiers) {}
