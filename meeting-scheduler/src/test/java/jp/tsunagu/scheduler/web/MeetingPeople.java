package jp.tsunagu.scheduler.web;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.caller.PersonsLogin;
import jp.tsunagu.runtime.testing.PeopleByToken;
import jp.tsunagu.runtime.testing.PeopleByToken.Somebody;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;

/**
 * A provider whose tokens name people who prepare meetings: {@code person.secretary.<name>}, {@code
 * person.desk.<name>}, and of an agency {@code person.<agency>.<name>}.
 */
final class MeetingPeople {

  @Bean
  PersonsLogin login() {
    return new PeopleByToken(said -> Optional.of(of(said[0], said[1])));
  }

  private static Somebody of(String what, String name) {
    return switch (what) {
      case "secretary" ->
          somebody(new Caller.MeetingSecretary(), name, PersonRole.MEETING_SECRETARY, null);
      case "desk" -> somebody(new Caller.Desk(), name, PersonRole.DESK, what);
      default ->
          somebody(
              new Caller.AgencyStaff(new AgencyId(what), name),
              name,
              PersonRole.AGENCY_STAFF,
              what);
    };
  }

  private static Somebody somebody(
      Caller caller, String name, PersonRole role, @Nullable String agency) {
    return new Somebody(
        caller,
        new CurrentPerson(
            "id-of-" + name,
            "見本 " + name,
            Optional.ofNullable(agency).map(AgencyId::new),
            Set.of(role),
            null));
  }
}
