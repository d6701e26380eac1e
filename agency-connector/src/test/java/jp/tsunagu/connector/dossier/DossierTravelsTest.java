package jp.tsunagu.connector.dossier;

import static jp.tsunagu.contract.testing.Patience.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.record.Alarm;
import jp.tsunagu.connector.record.CommandOutcome;
import jp.tsunagu.connector.record.CommandState;
import jp.tsunagu.connector.record.PartView;
import jp.tsunagu.connector.record.Task;
import jp.tsunagu.connector.testing.InTheWorld;
import jp.tsunagu.connector.testing.Samples;
import jp.tsunagu.connector.testing.TestNetwork;
import jp.tsunagu.connector.testing.World;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.SealedDossier;
import jp.tsunagu.contract.dossier.SealedPart;
import jp.tsunagu.contract.dossier.WrappedKey;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CommandId;
import jp.tsunagu.contract.id.ConsentId;
import jp.tsunagu.contract.id.KeyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.ConfirmReceipt;
import jp.tsunagu.contract.lifecycle.ConsentEvent.ConsentRecorded;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopRequested;
import jp.tsunagu.contract.lifecycle.ConsentEvent.SharingStopped;
import jp.tsunagu.contract.lifecycle.ConsentMethod;
import jp.tsunagu.contract.lifecycle.ConsentPurpose;
import jp.tsunagu.contract.lifecycle.ConsentTerms;
import jp.tsunagu.contract.lifecycle.CoordinationEvent.MemberReleased;
import jp.tsunagu.contract.lifecycle.ReferralCommand.ProvideDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.RequestDossier;
import jp.tsunagu.contract.lifecycle.ReferralCommand.SendReferral;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierProvided;
import jp.tsunagu.contract.lifecycle.ReferralEvent.DossierRequested;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralAccepted;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralOpened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReminded;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralReopened;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSent;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralSentBack;
import jp.tsunagu.contract.lifecycle.ReferralEvent.ReferralWithdrawn;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.lifecycle.StopAnswer;
import jp.tsunagu.contract.message.NextStep;
import jp.tsunagu.contract.message.Notice.CommandRefused;
import jp.tsunagu.contract.message.Notice.DossierDelivered;
import jp.tsunagu.contract.message.RefusalCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

@Tag("slow")
@InTheWorld
class DossierTravelsTest {

  private static final String NAME = "髙﨑 はな";

  private final World world;
  private final CaseId caseId = Samples.caseId();
  private final ReferralId referralId = Samples.referralId();

  DossierTravelsTest(World world) {
    this.world = world;
  }

  @Test
  void a_record_copied_into_another_inbox_opens_nothing_and_raises_an_incident() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    AgencyId stranger = world.agency();
    SendReferral sent = send(sender, receiver);
    SealedDossier forReceiver = sent.sealed().orElseThrow().onlyFor(receiver).orElseThrow();

    deliver(stranger, forReceiver);
    deliver(stranger, pretendingToBeFor(stranger, forReceiver));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(alarms(stranger))
                    .contains(Alarm.Kind.DOSSIER_NOT_FOR_US, Alarm.Kind.KEY_LOST));
    assertThat(content(stranger, sent)).doesNotContain(NAME);
  }

  @Test
  void a_dossier_moved_to_another_case_or_under_another_sender_does_not_open() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SealedDossier sealed = send(sender, receiver).sealed().orElseThrow();

    CaseId another = Samples.caseId();
    world
        .network()
        .deliver(
            receiver, another, new DossierDelivered(another, referralId, sealed, Instant.now()));
    deliver(receiver, new SealedDossier(sealed.dossierId(), receiver, sealed.parts()));
    deliver(receiver, new SealedDossier(Samples.dossierId(), sender, sealed.parts()));

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(alarms(receiver))
                    .filteredOn(Alarm.Kind.DOSSIER_FOREIGN::equals)
                    .hasSize(3));
    assertThat(world.connector().records().dossier(receiver, sealed.dossierId())).isEmpty();
  }

  @Test
  void what_was_sealed_to_the_old_key_opens_after_the_key_was_renewed() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);

    world.connector().keys().rotate(receiver);
    deliver(receiver, sent.sealed().orElseThrow());

    await().atMost(SOON).untilAsserted(() -> assertThat(content(receiver, sent)).contains(NAME));
    await()
        .atMost(SOON)
        .until(() -> world.network().publishKeysOf(receiver), keys -> keys.size() == 2);
  }

  @Test
  void a_dossier_sealed_to_a_lost_key_is_asked_for_once_under_the_key_the_network_knows() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);
    SealedDossier lost = sealedToAnUnknownKey(sent.sealed().orElseThrow());

    deliver(receiver, lost);
    deliver(receiver, lost);

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(commands(receiver, RequestDossier.class))
                    .extracting(RequestDossier::dossierId)
                    .containsExactly(lost.dossierId()));
    assertThat(parts(receiver, sent))
        .extracting(PartView::content)
        .containsOnly(new PartView.Content.Unopenable());
    assertThat(world.connector().health("inbox").getDetails()).containsKey(receiver + ".keys");
    assertThat(world.connector().health("inbox").getStatus()).isEqualTo(Status.DOWN);
    deliver(receiver, sent.sealed().orElseThrow());
    await().atMost(SOON).untilAsserted(() -> assertThat(content(receiver, sent)).contains(NAME));
    assertThat(world.connector().health("inbox").getDetails())
        .doesNotContainKey(receiver + ".keys");
  }

  @Test
  void what_does_not_open_has_not_arrived_until_it_comes_again_and_opens() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);
    SealedDossier sealed = sent.sealed().orElseThrow();
    deliver(receiver, sealedToAnUnknownKey(sealed));
    happens(receiver, sentWith(sealed, sender, receiver));
    await().atMost(SOON).until(() -> commands(receiver, RequestDossier.class).size() == 1);
    await().atMost(SOON).untilAsserted(() -> assertThat(stage(receiver)).isEqualTo("SENT"));

    deliver(receiver, sealed);
    happens(
        receiver,
        new DossierProvided(TestNetwork.header(caseId, 2, sender), referralId, sealed.outline()));

    await().atMost(SOON).untilAsserted(() -> assertThat(stage(receiver)).isEqualTo("ARRIVED"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(commands(receiver, ConfirmReceipt.class))
                    .as("nothing was confirmed before")
                    .singleElement()
                    .satisfies(
                        receipt -> {
                          assertThat(receipt.referralIds()).containsExactly(referralId);
                          assertThat(receipt.sequence()).isEqualTo(2);
                        }));
    assertThat(world.connector().records().outcomes(receiver, caseId))
        .extracting(CommandOutcome::kind)
        .as("a receipt is no command somebody waits for")
        .containsExactly("RequestDossier");
  }

  private ReferralSent sentWith(SealedDossier sealed, AgencyId sender, AgencyId receiver) {
    ReferralSent like =
        Samples.sent(TestNetwork.header(caseId, 1, sender), referralId, sender, receiver);
    return new ReferralSent(
        like.header(),
        referralId,
        like.chain(),
        like.parties(),
        like.mode(),
        like.urgency(),
        like.clock(),
        sealed.outline());
  }

  private String stage(AgencyId agency) {
    return world
        .connector()
        .records()
        .findReferral(agency, referralId)
        .map(view -> StageCode.of(view.referral().stage()).name())
        .orElse("");
  }

  @Test
  void a_command_for_a_recipient_without_a_key_waits_for_it_and_holds_its_case_back() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agencyWithoutKey();
    OpenDossier dossier = Samples.dossier(NAME, receiver);
    var referral = Samples.referral(caseId, referralId, receiver, dossier);
    submit(sender, referral);
    submit(sender, Samples.numbered(caseId, 7));
    CommandId held = referral.command().header().commandId();

    await()
        .atMost(SOON)
        .until(() -> state(sender, held), new CommandState.Held(Set.of(receiver))::equals);
    assertThat(ofCase(sender)).isEmpty();
    world.publishKey(receiver);

    await().atMost(SOON).until(() -> ofCase(sender).size() == 2);
    assertThat(ofCase(sender).getFirst()).isInstanceOf(SendReferral.class);
  }

  @Test
  void a_refusal_because_of_an_outdated_key_is_sealed_anew_and_sent_again() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);
    world.connector().keys().rotate(receiver);
    var newest =
        await()
            .atMost(SOON)
            .until(() -> world.network().publishKeysOf(receiver), keys -> keys.size() == 2)
            .getFirst();
    CurrentDirectory directory = world.connector().bean(CurrentDirectory.class);
    TrustedKeys trusted = world.connector().bean(TrustedKeys.class);
    await()
        .atMost(SOON)
        .until(
            () ->
                directory.snapshot().keys(receiver).contains(newest)
                    && !trusted.isBehind(sender, directory.snapshot()));

    refuse(sender, sent.header().commandId(), RefusalCode.RESEAL);

    await().atMost(SOON).until(() -> commands(sender, SendReferral.class).size() == 2);
    SendReferral again = commands(sender, SendReferral.class).getLast();
    assertThat(again.header().commandId()).isNotEqualTo(sent.header().commandId());
    assertThat(again.sealed().orElseThrow().parts().getFirst().sealed().keys())
        .extracting(WrappedKey::keyId)
        .containsExactly(newest.keyId());
    assertThat(state(sender, sent.header().commandId()))
        .isEqualTo(new CommandState.Resealed(again.header().commandId()));
  }

  @Test
  void a_holder_seals_anew_for_whom_the_person_consented_and_asks_a_person_otherwise() {
    AgencyId holder = world.agency();
    AgencyId receiver = world.agency();
    AgencyId next = world.agency();
    SendReferral sent = send(holder, receiver);
    world.network().deliver(holder, caseId, requested(2, sent, holder, next));
    world.network().deliver(holder, caseId, consent(3, holder, next));
    world.network().deliver(holder, caseId, requested(4, sent, holder, next));

    await().atMost(SOON).until(() -> commands(holder, ProvideDossier.class).size() == 1);
    assertThat(world.connector().records().openTasks(holder, 0, 10))
        .extracting(Task::kind)
        .containsExactly(Task.Kind.PROVIDE_DOSSIER);
    SealedDossier provided = commands(holder, ProvideDossier.class).getFirst().dossier();
    assertThat(provided.parts()).extracting(SealedPart::name).containsExactly("person-1", "note");
    deliver(next, provided);
    await().atMost(SOON).untilAsserted(() -> assertThat(content(next, sent)).contains(NAME));
    world.network().deliver(next, caseId, requested(5, sent, next, holder));
    await()
        .atMost(SOON)
        .until(() -> world.connector().records().openTasks(next, 0, 10).size() == 1);
    assertThat(commands(next, ProvideDossier.class)).isEmpty();
  }

  @Test
  void a_withdrawal_locks_the_persons_part_at_once_and_asks_for_an_answer() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);
    deliver(receiver, sent.sealed().orElseThrow());
    await().atMost(SOON).untilAsserted(() -> assertThat(content(receiver, sent)).contains(NAME));
    PersonRef person = new PersonRef(1);

    world
        .network()
        .deliver(
            receiver,
            caseId,
            new SharingStopRequested(TestNetwork.header(caseId, 3, sender), person, receiver));

    await()
        .atMost(SOON)
        .until(() -> world.connector().records().openTasks(receiver, 0, 10).size() == 1);
    assertThat(world.connector().records().openTasks(receiver, 0, 10).getFirst().kind())
        .isEqualTo(Task.Kind.ANSWER_SHARING_STOP);
    assertThat(parts(receiver, sent).getFirst().content()).isEqualTo(new PartView.Content.Locked());
    assertThat(parts(receiver, sent).getFirst().content().label()).isEqualTo("本人の撤回により閲覧できません");
    world
        .network()
        .deliver(
            receiver,
            caseId,
            new SharingStopped(
                TestNetwork.header(caseId, 4, receiver), person, receiver, StopAnswer.ERASED));
    await()
        .atMost(SOON)
        .until(
            () -> parts(receiver, sent).getFirst().content(),
            new PartView.Content.Erased()::equals);
    assertThat(world.connector().records().openTasks(receiver, 0, 10)).isEmpty();
    assertThat(parts(receiver, sent).getLast().namesNoOne()).isTrue();
    assertThat(parts(receiver, sent).getLast().content()).isEqualTo(new PartView.Content.Erased());
  }

  @Test
  void what_was_sent_back_or_withdrawn_is_read_no_more_until_it_is_asked_again() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);
    deliver(receiver, sent.sealed().orElseThrow());
    arrived(receiver, sender);
    happens(sender, new ReferralOpened(TestNetwork.header(caseId, 2, receiver), referralId));
    happens(receiver, new ReferralWithdrawn(TestNetwork.header(caseId, 3, sender), referralId));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(parts(receiver, sent))
                    .extracting(PartView::content)
                    .containsOnly(new PartView.Content.Returned()));
    assertThat(content(sender, sent)).contains(NAME);
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(world.connector().records().openings(sender, caseId, referralId))
                    .singleElement()
                    .satisfies(
                        opening -> {
                          assertThat(opening.agency()).isEqualTo(receiver);
                          assertThat(opening.parts()).containsExactly("person-1", "note");
                        }));

    happens(
        receiver,
        new ReferralReopened(TestNetwork.header(caseId, 4, sender), referralId, Samples.clock()));
    await().atMost(SOON).untilAsserted(() -> assertThat(content(receiver, sent)).contains(NAME));
    happens(
        receiver,
        new ReferralSentBack(
            TestNetwork.header(caseId, 5, receiver), referralId, "INFORMATION_MISSING", null));
    await().atMost(SOON).untilAsserted(() -> assertThat(content(receiver, sent)).isEmpty());
  }

  @Test
  void what_was_accepted_is_read_also_after_a_withdrawal_that_was_agreed_to() {
    AgencyId sender = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, receiver);
    deliver(receiver, sent.sealed().orElseThrow());
    arrived(receiver, sender);
    happens(
        receiver, new ReferralAccepted(TestNetwork.header(caseId, 2, receiver), referralId, null));
    happens(receiver, new ReferralWithdrawn(TestNetwork.header(caseId, 3, sender), referralId));
    happens(receiver, new ReferralReminded(TestNetwork.header(caseId, 4, sender), referralId));
    await()
        .atMost(SOON)
        .until(
            () -> world.connector().records().findCase(receiver, caseId),
            found -> found.filter(known -> known.version() == 4).isPresent());
    assertThat(content(receiver, sent)).contains(NAME);
  }

  @Test
  void a_desk_that_sorted_a_sheet_gives_it_back_when_its_sender_withdraws_it() {
    AgencyId sender = world.agency();
    AgencyId desk = world.agency();
    AgencyId receiver = world.agency();
    SendReferral sent = send(sender, desk);
    deliver(desk, sent.sealed().orElseThrow());
    happens(
        desk, Samples.sent(TestNetwork.header(caseId, 1, sender), referralId, sender, receiver));
    happens(desk, new ReferralWithdrawn(TestNetwork.header(caseId, 2, sender), referralId));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(parts(desk, sent))
                    .extracting(PartView::content)
                    .containsOnly(new PartView.Content.Returned()));
  }

  @Test
  void a_released_member_reads_no_text_any_more_that_it_was_given_as_such() {
    AgencyId sender = world.agency();
    AgencyId member = world.agency();
    SendReferral sent = send(sender, member);
    SealedDossier sealed = sent.sealed().orElseThrow();
    world
        .network()
        .deliver(member, caseId, new DossierDelivered(caseId, null, sealed, Instant.now()));
    happens(member, new MemberReleased(TestNetwork.header(caseId, 1, sender), member));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(parts(member, sent))
                    .extracting(PartView::content)
                    .contains(new PartView.Content.Locked()));
  }

  private void arrived(AgencyId receiver, AgencyId sender) {
    happens(
        receiver,
        Samples.sent(TestNetwork.header(caseId, 1, sender), referralId, sender, receiver));
  }

  private void happens(AgencyId agency, Record event) {
    world.network().deliver(agency, caseId, event);
  }

  @Test
  void nothing_a_person_wrote_stands_readable_in_the_database_or_on_a_topic() {
    AgencyId sender = world.agency();
    SendReferral sent = send(sender, world.agency());

    assertThat(
            world
                .connector()
                .databases()
                .of(sender)
                .jdbc()
                .sql("select content from dossier_part where content is not null")
                .query(byte[].class)
                .list())
        .isNotEmpty()
        .noneMatch(content -> new String(content, StandardCharsets.UTF_8).contains(NAME));
    assertThat(sent.sealed().orElseThrow().parts())
        .noneMatch(
            part ->
                new String(part.sealed().ciphertext().toByteArray(), StandardCharsets.UTF_8)
                    .contains(NAME));
  }

  private SendReferral send(AgencyId sender, AgencyId receiver) {
    submit(sender, Samples.referral(caseId, referralId, receiver, Samples.dossier(NAME, receiver)));
    return await()
        .atMost(SOON)
        .until(() -> commands(sender, SendReferral.class), sent -> !sent.isEmpty())
        .getFirst();
  }

  private void submit(AgencyId agency, Wish wish) {
    world.connector().outbox().submit(agency, null, () -> Samples.wishes(wish));
  }

  private void deliver(AgencyId agency, SealedDossier dossier) {
    world
        .network()
        .deliver(agency, caseId, new DossierDelivered(caseId, referralId, dossier, Instant.now()));
  }

  private void refuse(AgencyId agency, CommandId commandId, RefusalCode code) {
    world
        .network()
        .deliver(
            agency,
            caseId,
            new CommandRefused(
                commandId, caseId, code, Set.of(), List.of(NextStep.RESEAL), false, Instant.now()));
  }

  private DossierRequested requested(
      long sequence, SendReferral sent, AgencyId holder, AgencyId recipient) {
    return new DossierRequested(
        TestNetwork.header(caseId, sequence, recipient),
        referralId,
        sent.sealed().orElseThrow().dossierId(),
        holder,
        recipient);
  }

  private ConsentRecorded consent(long sequence, AgencyId recorder, AgencyId recipient) {
    return new ConsentRecorded(
        TestNetwork.header(caseId, sequence, recorder),
        new ConsentId(Samples.caseId().value()),
        new ConsentTerms(
            new PersonRef(1),
            ConsentPurpose.values()[0],
            Set.of(DetailKind.values()),
            Set.of(recipient),
            Set.of(),
            ConsentMethod.values()[0],
            LocalDate.of(2026, 4, 1),
            null));
  }

  private static SealedDossier pretendingToBeFor(AgencyId agency, SealedDossier dossier) {
    return new SealedDossier(
        dossier.dossierId(),
        dossier.sender(),
        dossier.parts().stream()
            .map(
                part ->
                    withKeys(
                        part,
                        part.sealed().keys().stream()
                            .map(key -> new WrappedKey(agency, key.keyId(), key.wrapped()))
                            .toList()))
            .toList());
  }

  private static SealedDossier sealedToAnUnknownKey(SealedDossier dossier) {
    return new SealedDossier(
        dossier.dossierId(),
        dossier.sender(),
        dossier.parts().stream()
            .map(
                part ->
                    withKeys(
                        part,
                        part.sealed().keys().stream()
                            .map(
                                key ->
                                    new WrappedKey(
                                        key.recipient(),
                                        new KeyId("0123456789abcdef"),
                                        key.wrapped()))
                            .toList()))
            .toList());
  }

  private static SealedPart withKeys(SealedPart part, List<WrappedKey> keys) {
    return new SealedPart(
        part.name(),
        part.kind(),
        part.person(),
        part.details(),
        part.basis(),
        part.sealed().ciphertext(),
        keys);
  }

  private List<Alarm.Kind> alarms(AgencyId agency) {
    return world.connector().alarms().open(agency).stream().map(Alarm::kind).toList();
  }

  private List<PartView> parts(AgencyId agency, SendReferral sent) {
    return world
        .connector()
        .records()
        .dossier(agency, sent.sealed().orElseThrow().dossierId())
        .map(view -> view.parts())
        .orElse(List.of());
  }

  private String content(AgencyId agency, SendReferral sent) {
    StringBuilder text = new StringBuilder();
    for (PartView part : parts(agency, sent)) {
      if (part.content() instanceof PartView.Content.Open(var json)) {
        text.append(new String(json.value().toByteArray(), StandardCharsets.UTF_8));
      }
    }
    return text.toString();
  }

  private CommandState state(AgencyId agency, CommandId commandId) {
    return world.connector().records().outcome(agency, commandId).orElseThrow().state();
  }

  private List<Object> ofCase(AgencyId agency) {
    return world.network().outbox(agency).stream()
        .filter(sent -> sent.key().equals(caseId.toString()))
        .map(TestNetwork.Sent::value)
        .toList();
  }

  private <T> List<T> commands(AgencyId agency, Class<T> type) {
    return ofCase(agency).stream()
        .flatMap(value -> Optional.of(value).filter(type::isInstance).map(type::cast).stream())
        .toList();
  }
}
