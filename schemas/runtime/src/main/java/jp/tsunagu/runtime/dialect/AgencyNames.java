package jp.tsunagu.runtime.dialect;

import jp.tsunagu.contract.id.AgencyId;

/** What agencies are called in this city, as the directory has it at this moment. */
@FunctionalInterface
public interface AgencyNames {

  /** The name a person reads; see {@code NetworkDirectory.nameOf}. */
  String of(AgencyId agency);
}
