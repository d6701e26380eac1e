package jp.tsunagu.connector.folder;

import jp.tsunagu.contract.id.AgencyId;

/** Judges the content of a complete file; the same name and content always get the same receipt. */
interface FileTaker {
  Verdict take(AgencyId agency, String name, byte[] content);
}
