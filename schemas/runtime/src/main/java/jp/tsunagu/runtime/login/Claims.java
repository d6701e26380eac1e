package jp.tsunagu.runtime.login;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.PersonRole;
import org.jspecify.annotations.Nullable;

/** Reads who somebody is out of a token's claims. What cannot be read gives no right. */
final class Claims {

  /** The role of an agency's own system. */
  private static final String SYSTEM = "system";

  private static final int LONGEST_ID = 255;

  private final LoginSettings settings;

  Claims(LoginSettings settings) {
    this.settings = settings;
  }

  /** Nobody where no person is named. */
  Optional<Identity> read(Map<String, Object> claims) {
    Set<String> roles = words(at(claims, settings.rolesClaim())).collect(Collectors.toSet());
    return word(at(claims, settings.personClaim()))
        .filter(id -> id.length() <= LONGEST_ID)
        .map(
            id ->
                new Identity(
                    id,
                    word(at(claims, settings.nameClaim())).orElse(""),
                    word(at(claims, settings.agencyClaim()))
                        .filter(AgencyId::isValid)
                        .map(AgencyId::new),
                    roles.stream()
                        .flatMap(role -> PersonRole.of(role).stream())
                        .collect(Collectors.toSet()),
                    roles.contains(SYSTEM)));
  }

  /** By its whole name, or else along the points of the name. */
  private static @Nullable Object at(Map<?, ?> claims, String name) {
    if (claims.containsKey(name)) {
      return claims.get(name);
    }
    int point = name.indexOf('.');
    return point > 0 && claims.get(name.substring(0, point)) instanceof Map<?, ?> inner
        ? at(inner, name.substring(point + 1))
        : null;
  }

  private static Optional<String> word(@Nullable Object claim) {
    return switch (claim) {
      case String text -> Optional.of(text.strip()).filter(word -> !word.isEmpty());
      case Collection<?> list when list.size() == 1 -> word(List.copyOf(list).getFirst());
      case null, default -> Optional.empty();
    };
  }

  private static Stream<String> words(@Nullable Object claim) {
    return switch (claim) {
      case String text -> Stream.of(text.strip().split("[ ,]+"));
      case Collection<?> list -> list.stream().flatMap(each -> word(each).stream());
      case null, default -> Stream.empty();
    };
  }
}
