package jp.tsunagu.stats.figure;

/** Which bucket: a period and one dimension. Its code begins with the period. */
public record BucketKey(Period period, Dimension dimension) {

  /** As it stands in stores and topics, e.g. {@code day-2026-09-07/agency/shakyo}. */
  public String code() {
    return period.code() + "/" + dimension.code();
  }

  /** Reads a code. */
  public static BucketKey of(String code) {
    int slash = code.indexOf('/');
    return new BucketKey(
        Period.of(code.substring(0, slash)), Dimension.of(code.substring(slash + 1)));
  }

  @Override
  public int hashCode() {
    return 31 * period.hashCode() + dimension.hashCode();
  }
}
