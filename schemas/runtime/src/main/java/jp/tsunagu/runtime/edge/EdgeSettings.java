package jp.tsunagu.runtime.edge;

import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a service takes over HTTP.
 *
 * @param largestBody of a request, up to 64MB; a larger one is answered 413
 */
@ConfigurationProperties("tsunagu.http")
public record EdgeSettings(@DefaultValue("2MB") DataSize largestBody) implements CheckedAtStart {

  /** A body that is refused is read up to here, so that its sender reads the answer. */
  static final DataSize DISCARDED = DataSize.ofMegabytes(64);

  @Override
  public void check(Faults faults) {
    if (largestBody.toBytes() < 1 || largestBody.compareTo(DISCARDED) > 0) {
      faults.unusable("tsunagu.http.largest-body", "1B から 64MB までの大きさ(例 2MB)");
    }
  }

  /** In words for whoever sent too much: whole megabytes or kilobytes where it is so many. */
  String largestBodyInWords() {
    long bytes = largestBody.toBytes();
    if (bytes == DataSize.ofMegabytes(largestBody.toMegabytes()).toBytes()) {
      return largestBody.toMegabytes() + "MB";
    }
    return bytes == DataSize.ofKilobytes(largestBody.toKilobytes()).toBytes()
        ? largestBody.toKilobytes() + "KB"
        : bytes + "バイト";
  }
}
