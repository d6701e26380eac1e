package jp.tsunagu.contract.lifecycle;

import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.id.AgencyId;

/** What a person does not want an agency to learn, e.g. "not my illness to the school". */
public record Exclusion(DetailKind detail, AgencyId agency) {}
