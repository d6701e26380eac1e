package jp.tsunagu.connector.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.tsunagu.connector.colleague.Assignments;
import jp.tsunagu.connector.colleague.Colleague;
import jp.tsunagu.connector.colleague.ColleagueForms;
import jp.tsunagu.connector.colleague.Colleagues;
import jp.tsunagu.connector.colleague.Team;
import jp.tsunagu.connector.record.Hands;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.runtime.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In whose hands (担当) referrals are, as pages and interface ask for it and tell it. */
@Component
public final class Assignees {

  /** What she looks after herself. */
  public static final Coded MINE = new Coded("MINE", "自分の担当");

  private final Colleagues colleagues;
  private final Assignments assignments;

  Assignees(Colleagues colleagues, Assignments assignments) {
    this.colleagues = colleagues;
    this.assignments = assignments;
  }

  /** The people of an agency today. */
  public Team team(AgencyId agency) {
    return colleagues.team(agency);
  }

  /** Who asks, where a person does. */
  public static Optional<Colleague> me(Caller caller, Team team) {
    return caller instanceof Caller.AgencyStaff staff
        ? team.withAccount(staff.person())
        : Optional.empty();
  }

  /** All that can be asked for: her own, nobody's, each colleague's. */
  public static List<Coded> choices(Caller caller, Team team) {
    List<Coded> choices = new ArrayList<>();
    me(caller, team).ifPresent(_ -> choices.add(MINE));
    choices.add(ColleagueForms.NOBODY);
    team.all().forEach(one -> choices.add(new Coded(one.id().toString(), team.labelled(one))));
    return List.copyOf(choices);
  }

  /**
   * Whose are asked for; null for everybody's.
   *
   * @param wanted a code of {@link #choices}; none for everybody's
   */
  public static @Nullable Hands hands(Caller caller, Team team, @Nullable String wanted) {
    if (wanted == null || wanted.isEmpty()) {
      return null;
    }
    if (wanted.equals(ColleagueForms.NOBODY.code())) {
      return new Hands(team.orphaning(), true);
    }
    if (wanted.equals(MINE.code())) {
      return new Hands(
          me(caller, team).map(me -> team.lookedAfterBy(me.id())).orElse(Set.of()), false);
    }
    return new Hands(
        team.all().stream()
            .map(Colleague::id)
            .filter(id -> id.toString().equals(wanted))
            .collect(Collectors.toSet()),
        false);
  }

  /**
   * The accounts, but her own, of those whose work is hers to look after today: so what they have
   * begun is hers to go on with.
   */
  public List<Colleague> lookedAfter(Caller caller) {
    if (!(caller instanceof Caller.AgencyStaff staff)) {
      return List.of();
    }
    Team team = team(staff.agency());
    Set<UUID> hers =
        team.withAccount(staff.person()).map(me -> team.lookedAfterBy(me.id())).orElse(Set.of());
    return team.all().stream()
        .filter(one -> hers.contains(one.id()))
        .filter(Predicate.not(one -> one.account().equals(staff.person())))
        .toList();
  }

  /** The names of who has these in hand; those that nobody has are left out. */
  public Map<ReferralId, String> names(AgencyId agency, List<ReferralId> referrals) {
    Map<ReferralId, UUID> owners = assignments.of(agency, referrals);
    if (owners.isEmpty()) {
      return Map.of();
    }
    Team team = team(agency);
    return owners.entrySet().stream()
        .filter(each -> team.find(each.getValue()).isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey,
                each -> team.labelled(team.find(each.getValue()).orElseThrow())));
  }
}
