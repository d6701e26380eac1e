package jp.tsunagu.connector.testing;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.caller.PersonsLogin;
import jp.tsunagu.runtime.testing.PeopleByToken;
import jp.tsunagu.runtime.testing.PeopleByToken.Somebody;
import org.springframework.context.annotation.Bean;

/**
 * A provider whose tokens say who somebody is: {@code person.<agency>.<account>}, with {@code
 * .lead} for who leads the agency; her name is 見本 and her account.
 */
public final class TestPeople {

  @Bean
  PersonsLogin login() {
    return new PeopleByToken(
        said -> said.length < 2 ? Optional.empty() : Optional.of(of(said, said.length > 2)));
  }

  private static Somebody of(String[] said, boolean leads) {
    AgencyId agency = new AgencyId(said[0]);
    PersonRole role = leads ? PersonRole.AGENCY_LEAD : PersonRole.AGENCY_STAFF;
    return new Somebody(
        new Caller.AgencyStaff(agency, said[1], leads),
        new CurrentPerson(said[1], "見本 " + said[1], Optional.of(agency), Set.of(role), null));
  }

  /** The token of somebody who leads nobody. */
  public static String staff(AgencyId agency, String account) {
    return PeopleByToken.PREFIX + agency + "." + account;
  }

  /** The token of who leads the agency. */
  public static String lead(AgencyId agency, String account) {
    return staff(agency, account) + ".lead";
  }
}
