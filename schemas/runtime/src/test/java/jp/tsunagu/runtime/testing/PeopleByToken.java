package jp.tsunagu.runtime.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.DoorKeeper;
import jp.tsunagu.runtime.caller.PersonsLogin;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

/**
 * A provider whose tokens tell by themselves who somebody is; there are no sessions.
 *
 * @param people who it is by the token's points after {@code person.}; empty for nobody
 */
public record PeopleByToken(Function<String[], Optional<Somebody>> people) implements PersonsLogin {

  /** With what every token of a person begins. */
  public static final String PREFIX = "person.";

  /** Who it is, and what she acts as. */
  public record Somebody(Caller caller, CurrentPerson person) {}

  @Override
  public void addTo(HttpSecurity http, DoorKeeper keeper) {
    http.sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable);
  }

  @Override
  public boolean begin(HttpServletRequest request, HttpServletResponse response) {
    return false;
  }

  @Override
  public Reading read(String token) {
    return Optional.of(token)
        .filter(each -> each.startsWith(PREFIX))
        .flatMap(each -> people.apply(each.substring(PREFIX.length()).split("\\.", -1)))
        .<Reading>map(who -> new Reading.Good(who.caller(), who.person().id(), who.person()))
        .orElseGet(Reading.Unknown::new);
  }
}
