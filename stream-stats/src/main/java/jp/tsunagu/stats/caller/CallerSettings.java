package jp.tsunagu.stats.caller;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read, as configured. Tokens themselves stand in no configuration.
 *
 * @param callers one entry per token; empty means that nobody may read
 */
@ConfigurationProperties("tsunagu.stats")
public record CallerSettings(List<Entry> callers) {

  public CallerSettings(@Nullable List<Entry> callers) {
    this.callers = callers == null ? List.of() : List.copyOf(callers);
  }

  /** What a token stands for. */
  public enum Role {
    AGENCY,
    DESK,
    MANAGER
  }

  /**
   * One token.
   *
   * @param role what it stands for
   * @param agency the agency's id, exactly for {@link Role#AGENCY}
   * @param tokenSha256 SHA-256 of the token's UTF-8 bytes, as 64 hexadecimal digits
   */
  public record Entry(Role role, @Nullable String agency, String tokenSha256) {}
}
