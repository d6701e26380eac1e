package jp.tsunagu.gateway.testing;

import java.util.Optional;
import java.util.Set;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.caller.PersonsLogin;
import jp.tsunagu.runtime.testing.PeopleByToken;
import org.springframework.context.annotation.Bean;

/**
 * A provider whose tokens name people of the desk: {@code person.<name>}, or of several with one
 * name {@code person.<name>.<id>}.
 */
public final class DeskPeople {

  static final String PREFIX = PeopleByToken.PREFIX;

  @Bean
  PersonsLogin login() {
    return new PeopleByToken(
        said ->
            Optional.of(
                new PeopleByToken.Somebody(
                    new Caller.Desk(),
                    new CurrentPerson(
                        said[said.length - 1],
                        said[0],
                        Optional.of(SampleNetwork.DESK),
                        Set.of(PersonRole.DESK),
                        null))));
  }
}
