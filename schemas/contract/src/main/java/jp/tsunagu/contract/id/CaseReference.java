package jp.tsunagu.contract.id;

import java.util.Optional;

/**
 * How somebody names a case in a URL or a query: by its id or by its 案件番号. A number can be guessed:
 * whoever looks one up passes the rule of the id, and what she may not see is answered like what
 * does not exist.
 */
public sealed interface CaseReference {

  /** By its id. */
  record ById(CaseId id) implements CaseReference {}

  /** By what people call it; usually one case, none or several where a network was restored. */
  record ByNumber(CaseNumber number) implements CaseReference {}

  /** Reads what was typed; empty if it is neither a UUID in its usual form nor a case number. */
  static Optional<CaseReference> read(String typed) {
    return CaseId.read(typed)
        .<CaseReference>map(ById::new)
        .or(() -> CaseNumber.read(typed).map(ByNumber::new));
  }

  /** Whether it can be read. */
  static boolean isOne(String typed) {
    return read(typed).isPresent();
  }
}
