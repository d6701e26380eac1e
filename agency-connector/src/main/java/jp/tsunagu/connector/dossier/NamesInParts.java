package jp.tsunagu.connector.dossier;

import java.util.Set;
import jp.tsunagu.contract.dossier.Bytes;

/** Reads who a part of a dossier names. */
public interface NamesInParts {

  /** By what each name and reading in it is looked for; none where nobody is named. */
  Set<String> keys(Bytes content);
}
