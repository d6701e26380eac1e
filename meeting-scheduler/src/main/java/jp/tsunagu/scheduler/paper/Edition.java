package jp.tsunagu.scheduler.paper;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which version of a paper it is: what was issued says the same for ever, whenever it is printed.
 *
 * @param revision from 1; 0 for a draft (案), which nobody was given
 * @param issuedAt none for a draft
 * @param printedAt none on the copy that is sent when it is issued
 */
public record Edition(int revision, @Nullable Instant issuedAt, @Nullable Instant printedAt) {

  public Edition {
    if (revision < 0 || (revision > 0) == (issuedAt == null)) {
      throw new IllegalArgumentException("revisions count from 1 and are issued at a moment");
    }
    if (revision == 0 && printedAt == null) {
      throw new IllegalArgumentException("a draft is as of a moment");
    }
  }

  /** As it was issued. */
  public static Edition issued(int revision, Instant issuedAt) {
    return new Edition(revision, issuedAt, null);
  }

  /** What would be issued at this moment. */
  public static Edition draft(Instant asOf) {
    return new Edition(0, null, asOf);
  }

  /** The same, printed then. */
  public Edition printed(Instant at) {
    return new Edition(revision, issuedAt, at);
  }

  /** Whether nobody was given it. */
  public boolean isDraft() {
    return revision == 0;
  }

  /** When it was issued; of a draft, as of when it is. */
  public Instant moment() {
    return Objects.requireNonNull(issuedAt == null ? printedAt : issuedAt);
  }
}
