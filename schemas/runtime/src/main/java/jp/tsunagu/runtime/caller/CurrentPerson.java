package jp.tsunagu.runtime.caller;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is logged in, for what she does and for the frame of a page. What she may do says the {@link
 * Caller}; her name stands on her own pages only.
 *
 * @param id how the login names her, the same for ever and at every service: two people may have
 *     one name; stands on no page and in no log
 * @param displayName as the login tells it
 * @param agency where she works; none for who belongs to no agency
 * @param roles all she has
 * @param sessionLeft how long her session goes on if she does nothing more; none for who came with
 *     a token
 */
public record CurrentPerson(
    String id,
    String displayName,
    Optional<AgencyId> agency,
    Set<PersonRole> roles,
    @Nullable Duration sessionLeft) {

  /** Keeps an unmodifiable copy. */
  public CurrentPerson {
    roles = Set.copyOf(roles);
  }

  /** Who makes this request; null for a system, and where nobody is asked who he is. */
  public static @Nullable CurrentPerson of(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof CallerAuthentication known ? known.person() : null;
  }

  /** Who makes the request that this thread serves; empty for a system, and where there is none. */
  public static Optional<CurrentPerson> now() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known
        ? Optional.ofNullable(known.person())
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "CurrentPerson[***]";
  }
}
