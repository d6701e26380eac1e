package jp.tsunagu.scheduler.meeting;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberAppointed;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.meeting.ItemRef;
import jp.tsunagu.contract.meeting.MeetingEvent.MembersNamed;
import jp.tsunagu.contract.meeting.MeetingRefusal;
import jp.tsunagu.contract.meeting.NotInvited;
import jp.tsunagu.contract.meeting.UninvitedChoice;
import org.jspecify.annotations.Nullable;

/**
 * Agencies that an item of a 支援会議 names and that are not invited, being no members (構成員), and what
 * the organiser does about them.
 */
record Uninvited(Workbench bench) {

  /** Who comes for the item: as the case has it, and whom an organiser has just had appointed. */
  Set<AgencyId> invited(CaseState state, ItemRef ref, MeetingItem item) {
    Set<AgencyId> invited = new HashSet<>(state.invitedTo(item));
    Set<AgencyId> missing = state.notInvitedTo(item);
    named(ref).stream().filter(missing::contains).forEach(invited::add);
    return Set.copyOf(invited);
  }

  /** Named in a meeting, as long as the ledger has not told of it: from then on members count. */
  private Set<AgencyId> named(ItemRef ref) {
    Set<AgencyId> appointed = appointedBefore(ref);
    return bench.meetings().all().stream()
        .flatMap(meeting -> meeting.desk().named().getOrDefault(ref, Set.of()).stream())
        .filter(agency -> !appointed.contains(agency))
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<AgencyId> appointedBefore(ItemRef ref) {
    return Optional.ofNullable(bench.known().cases().get(ref.caseId())).stream()
        .flatMap(history -> history.since().stream())
        .filter(MemberAppointed.class::isInstance)
        .map(event -> ((MemberAppointed) event).member())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whom this item names and who is not invited; empty if there is nobody. */
  Optional<NotInvited> of(ItemRef ref) {
    Optional<CaseState> state = bench.known().state(ref.caseId());
    return state
        .flatMap(each -> each.meeting(ref.requestId()))
        .map(
            item -> {
              Set<AgencyId> missing = new TreeSet<>(state.orElseThrow().notInvitedTo(item));
              missing.removeAll(named(ref));
              return new NotInvited(ref, List.copyOf(missing));
            })
        .filter(missing -> !missing.agencies().isEmpty());
  }

  List<NotInvited> of(Collection<ItemRef> items) {
    return items.stream().flatMap(item -> of(item).stream()).toList();
  }

  /** Nobody goes uninvited without a word. */
  Optional<MeetingRefusal> areDecidedAbout(
      Collection<ItemRef> items, @Nullable UninvitedChoice choice) {
    boolean decided = choice == UninvitedChoice.APPOINT || choice == UninvitedChoice.LEAVE_OUT;
    return Objections.unless(decided || of(items).isEmpty(), MeetingRefusal.UNINVITED_TO_DECIDE);
  }

  /** Has those appointed who still take part in the network; the others stay uninvited. */
  void appoint(MeetingId meeting, Collection<ItemRef> items) {
    of(items).forEach(missing -> appoint(meeting, missing.item(), missing.agencies()));
  }

  void appoint(MeetingId meeting, ItemRef item, Collection<AgencyId> agencies) {
    Set<AgencyId> possible =
        agencies.stream()
            .filter(agency -> bench.city().directory().agency(agency).isPresent())
            .collect(Collectors.toCollection(TreeSet::new));
    if (possible.isEmpty()) {
      return;
    }
    bench.happened(meeting, header -> new MembersNamed(header, item, possible));
    long sequence = bench.meeting(meeting).orElseThrow().sequence();
    for (AgencyId agency : possible) {
      bench.ask(new AppointMember(bench.wish(item, meeting, "appoint", sequence, agency), agency));
    }
  }
}
