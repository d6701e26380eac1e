package jp.tsunagu.connector.testing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.DoorKeeper;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.caller.PersonsLogin;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;

/**
 * A provider whose tokens say who somebody is: {@code person.<agency>.<account>}, with {@code
 * .lead} for who leads the agency; her name is 見本 and her account.
 */
public final class TestPeople {

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
        String[] said = token.split("\\.", -1);
        if (said.length < 3 || !said[0].equals("person")) {
          return new Reading.Unknown();
        }
        AgencyId agency = new AgencyId(said[1]);
        PersonRole role = said.length > 3 ? PersonRole.AGENCY_LEAD : PersonRole.AGENCY_STAFF;
        return new Reading.Good(
            new Caller.AgencyStaff(agency, said[2], role == PersonRole.AGENCY_LEAD),
            said[2],
            new CurrentPerson("見本 " + said[2], Optional.of(agency), Set.of(role), null));
      }
    };
  }

  /** The token of somebody who leads nobody. */
  public static String staff(AgencyId agency, String account) {
    return "person." + agency + "." + account;
  }

  /** The token of who leads the agency. */
  public static String lead(AgencyId agency, String account) {
    return staff(agency, account) + ".lead";
  }
}
