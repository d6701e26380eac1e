package jp.tsunagu.connector.agency;

import java.util.Optional;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;

/** Who acts in an HTTP request: the one place where that is decided. */
public interface Callers {

  /**
   * The agency the caller acts for.
   *
   * @param authorization value of the {@code Authorization} header; none if it was absent
   * @return empty for an absent, malformed or unknown token: the answer is 401
   */
  Optional<AgencyId> agencyOf(@Nullable String authorization);
}
