package jp.tsunagu.runtime.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.NetworkId;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with the settings of one start, in Japanese, one line each. No line
 * repeats a value: it may be a secret. Not for use by several threads.
 */
public final class Faults {

  private static final String NETWORK = "tsunagu.network-id";

  private static final String FORM_OF_IDS = "小文字の英字で始まる40字までの英数字とハイフン";

  private final List<String> lines = new ArrayList<>();

  /** A fault in words of its own: what is wrong and what to do. */
  public void add(String line) {
    lines.add(line);
  }

  /** Several of them, such as those of a file. */
  public void addAll(List<String> more) {
    lines.addAll(more);
  }

  /**
   * A setting that must be given and is not.
   *
   * @param setting its full name, e.g. {@code tsunagu.network-id}
   * @param meaning what to give, in Japanese, without を
   * @param example a value it could have
   */
  public void missing(String setting, String meaning, String example) {
    add("設定 %s がありません。%sを --%s=%s の形で指定してください。".formatted(setting, meaning, setting, example));
  }

  /** Notes {@link #missing} where there is no value or only blanks; tells whether there is one. */
  public boolean require(String setting, @Nullable Object value, String meaning, String example) {
    boolean given = value != null && !value.toString().isBlank();
    if (!given) {
      missing(setting, meaning, example);
    }
    return given;
  }

  /** Notes a missing or unusable {@code tsunagu.network-id}. */
  public void requireNetworkId(@Nullable String networkId) {
    if (require(NETWORK, networkId, "ネットワークの名前", "tachikawa")
        && !NetworkId.isValid(Objects.requireNonNull(networkId))) {
      unusable(NETWORK, FORM_OF_IDS);
    }
  }

  /** Notes a missing or unusable agency's id; tells whether it is one. */
  public boolean requireAgencyId(String setting, @Nullable String agencyId) {
    if (!require(setting, agencyId, "機関のID", "hokatsu")) {
      return false;
    }
    boolean valid = AgencyId.isValid(Objects.requireNonNull(agencyId));
    if (!valid) {
      unusable(setting, FORM_OF_IDS);
    }
    return valid;
  }

  /**
   * A setting whose value cannot be used.
   *
   * @param wanted what a right value is, in Japanese, without で
   */
  public void unusable(String setting, String wanted) {
    add("設定 %s の値は使えません。%sで指定してください。".formatted(setting, wanted));
  }

  /** What was found, in the order it was told. */
  public List<String> list() {
    return List.copyOf(lines);
  }

  /** Refuses the start if anything was found. */
  public void refuseIfAny() {
    if (!lines.isEmpty()) {
      throw StartRefused.because(lines);
    }
  }
}
