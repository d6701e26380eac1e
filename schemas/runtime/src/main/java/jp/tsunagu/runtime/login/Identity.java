package jp.tsunagu.runtime.login;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.caller.CurrentPerson;
import jp.tsunagu.runtime.caller.PersonRole;
import jp.tsunagu.runtime.caller.PersonsLogin;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is by what the provider says.
 *
 * @param id the same for ever; stands in no log
 * @param name as she reads it on her pages
 * @param agency where she works, or whose system it is
 * @param roles all she has, without those we do not know
 * @param system whether it is a system and no person
 */
record Identity(
    String id, String name, Optional<AgencyId> agency, Set<PersonRole> roles, boolean system) {

  Identity {
    roles = Set.copyOf(roles);
  }

  /** What she may act as, the widest first; nothing means that she is nobody here. */
  List<Caller> capacities() {
    Stream<Caller> systems = system ? agency.stream().map(Caller.AgencySystem::new) : Stream.of();
    Stream<Caller> persons =
        Stream.of(PersonRole.values()).filter(roles::contains).flatMap(this::in).distinct();
    return Stream.concat(persons.sorted(Identity::widestFirst), systems).toList();
  }

  private Stream<Caller> in(PersonRole role) {
    return switch (role) {
      case AGENCY_STAFF -> staff();
      case AGENCY_LEAD -> staff();
      case DESK -> Stream.concat(Stream.of(new Caller.Desk()), staff());
      case MANAGER -> Stream.of(new Caller.Supervisor());
      case MEETING_SECRETARY -> Stream.of(new Caller.MeetingSecretary());
      case ADMINISTRATOR -> Stream.of(new Caller.Administrator());
      case PROTECTION_OFFICER -> Stream.of(new Caller.ProtectionOfficer());
    };
  }

  private Stream<Caller> staff() {
    boolean leads = roles.contains(PersonRole.AGENCY_LEAD);
    return agency.stream().map(place -> new Caller.AgencyStaff(place, id, leads));
  }

  private static int widestFirst(Caller one, Caller other) {
    return Integer.compare(breadth(one), breadth(other));
  }

  private static int breadth(Caller caller) {
    return switch (caller) {
      case Caller.Desk _ -> 0;
      case Caller.Supervisor _ -> 1;
      case Caller.MeetingSecretary _ -> 2;
      case Caller.OfAgency _ -> 3;
      case Caller.ProtectionOfficer _ -> 4;
      case Caller.Administrator _ -> 5;
      case Caller.Peer _ -> 6;
    };
  }

  /** What a token of hers is good for by itself; nothing where she is nobody here. */
  Optional<PersonsLogin.Reading> asPresented() {
    return capacities().stream()
        .findFirst()
        .map(
            caller ->
                new PersonsLogin.Reading.Good(
                    caller, id, caller instanceof Caller.AgencySystem ? null : person(null)));
  }

  CurrentPerson person(@Nullable Duration sessionLeft) {
    return new CurrentPerson(id, name, agency, roles, sessionLeft);
  }

  @Override
  public String toString() {
    return "Identity[***]";
  }
}
