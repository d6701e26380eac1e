package jp.tsunagu.runtime.caller;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.tsunagu.runtime.start.CheckedAtStart;
import jp.tsunagu.runtime.start.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may use a service, the same in every service. Tokens themselves stand in no configuration.
 *
 * @param callers one entry per token, several for one agency if it wishes; empty means that nobody
 *     may
 */
@ConfigurationProperties("tsunagu")
public record CallerSettings(@DefaultValue List<Entry> callers) implements CheckedAtStart {

  @Override
  public void check(Faults faults) {
    Map<String, String> places = new HashMap<>();
    for (int number = 0; number < callers.size(); number++) {
      String place = "tsunagu.callers[" + number + "]";
      callers.get(number).check(place, faults);
      String hash = callers.get(number).tokenSha256();
      String before = hash == null ? null : places.put(hash.toLowerCase(Locale.ROOT), place);
      if (before != null) {
        faults.add("設定 " + place + " は、" + before + " と同じトークンです。別のトークンにしてください。");
      }
    }
  }

  /** What a token stands for. */
  public enum Role {
    AGENCY,
    DESK,
    MANAGER,
    PROTECTION,
    PEER
  }

  /**
   * One token.
   *
   * @param role what it stands for; must be set
   * @param agency the agency's id, for the role of an agency only (e.g. {@code hokatsu})
   * @param name by which people tell it from others, and the log names it (e.g. {@code 包括のシステム})
   * @param tokenSha256 SHA-256 of the token's UTF-8 bytes, as 64 hexadecimal digits (e.g. {@code
   *     b47cc0f1…64 digits}); must be set
   * @param expires the last day in Tokyo on which it is good; none means that it does not end (e.g.
   *     {@code 2027-03-31})
   * @param scope how far it goes
   */
  public record Entry(
      @Nullable Role role,
      @Nullable String agency,
      @Nullable String name,
      @Nullable String tokenSha256,
      @Nullable String expires,
      @DefaultValue("WRITE") Scope scope) {

    private static final String HASH = "[0-9a-fA-F]{64}";

    /** A token without end that reads and acts for an agency. */
    public static Entry ofAgency(@Nullable String agency, String tokenSha256) {
      return new Entry(Role.AGENCY, agency, null, tokenSha256, null, Scope.WRITE);
    }

    /** The last day (Asia/Tokyo) on which it is good; empty where it does not end. */
    public Optional<LocalDate> lastDay() {
      return Optional.ofNullable(expires).flatMap(LastDay::of).map(LastDay::day);
    }

    /** Whether that day is over. */
    public boolean isOver(Instant now) {
      return Optional.ofNullable(expires)
          .flatMap(LastDay::of)
          .filter(day -> day.isOver(now))
          .isPresent();
    }

    /** Tells what is wrong with it; the place is what the settings call it. */
    public void check(String place, Faults faults) {
      faults.require(place + ".role", role, "役割(agency、desk、manager、protection、peer)", "desk");
      if (role == Role.AGENCY) {
        faults.requireAgencyId(place + ".agency", agency);
      }
      checkHash(place + ".token-sha256", tokenSha256, faults);
      if (expires != null && LastDay.of(expires).isEmpty()) {
        faults.unusable(place + ".expires", "最後に使える日(例 2027-03-31)");
      }
    }

    /** Tells whether a hash is missing or none. */
    public static void checkHash(String setting, @Nullable String hash, Faults faults) {
      if (faults.require(setting, hash, "トークンの SHA-256", "64桁の16進数")
          && !Objects.requireNonNull(hash).matches(HASH)) {
        faults.unusable(setting, "64桁の16進数(トークンの SHA-256)");
      }
    }
  }
}
