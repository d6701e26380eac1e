package jp.tsunagu.gateway.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.DoorKeeper;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.caller.PersonsLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

/** A provider whose tokens name people of the desk: {@code person.<name>}. */
public final class DeskPeople {

  static final String PREFIX = "person.";

  @Bean
  PersonsLogin login() {
    return new PersonsLogin() {

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
        if (!token.startsWith(PREFIX)) {
          return new Reading.Unknown();
        }
        String name = token.substring(PREFIX.length());
        return new Reading.Good(
            new Caller.Desk(),
            name,
            new CurrentPerson(
                name, Optional.of(SampleNetwork.DESK), Set.of(PersonRole.DESK), null));
      }
    };
  }
}
