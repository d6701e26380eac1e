package jp.tsunagu.connector.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.record.Hands;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.record.WaitingQuery;
import jp.tsunagu.connector.view.OutcomeView;
import jp.tsunagu.connector.web.Assignees;
import jp.tsunagu.contract.directory.DirectoryRecord.Reason;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CaseId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Progress;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.Urgency;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.problem.CommonProblem;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.Offers;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.JsonNode;

/** What all pages of the window need: for whom, when, and how a referral is called. */
@Component
class Window {

  /** Where everything of the window stands but its first page. */
  static final String ROOT = "/agencies/{agencyId}/window";

  /** What nobody went on with for longer stands among what was sent. */
  private static final Duration LONGEST_RETURNED = Duration.ofDays(60);

  private final Tools tools;
  private final Assignees assignees;
  private final AddedFiles files;

  Window(Tools tools, Assignees assignees, AddedFiles files) {
    this.tools = tools;
    this.assignees = assignees;
    this.files = files;
  }

  /** The agency whose window it is. */
  static AgencyId agency(Caller caller) {
    return own(caller).agency();
  }

  /** Who is in front of it: the door let nobody else in. */
  static Caller.OfAgency own(Caller caller) {
    if (caller instanceof Caller.OfAgency own) {
      return own;
    }
    throw new IllegalStateException("the door lets only agencies in");
  }

  /** See {@link jp.tsunagu.connector.record.Records}. */
  Optional<ReferralView> find(AgencyId agency, String referralId) {
    return tools.records().findReferral(agency, referralId);
  }

  Tools tools() {
    return tools;
  }

  AddedFiles files() {
    return files;
  }

  NetworkDirectory directory() {
    return tools.directory().snapshot();
  }

  Instant now() {
    return tools.draft().now();
  }

  /** What waits for this agency now. */
  WaitingQuery.Whose whose(AgencyId agency, @Nullable Hands hands) {
    Instant now = now();
    return new WaitingQuery.Whose(
        hands, agency.equals(tools.desk()), now, now.minus(LONGEST_RETURNED));
  }

  String nameOf(AgencyId agency) {
    return directory().nameOf(agency);
  }

  /** Why a referral was not taken, as the city calls it. */
  Optional<String> reason(Stage stage) {
    return directory().reasonOf(stage).map(Reason::label);
  }

  /** Who is excluded from a case, as far as this agency was told of it, is no choice in it. */
  static Offers offers(@Nullable Protection protection) {
    return protection == null ? Offers.ALL : new Offers(protection.excluded());
  }

  /** A key under which a page is sent once. */
  static String freshKey() {
    return PagePost.freshKey();
  }

  /** The answer that nothing is there, the same for what is somebody else's. */
  static Object missing() {
    return CommonProblem.NOT_FOUND.problem().response();
  }

  /** What a page that lives listens to. */
  void live(Model model, AgencyId agency) {
    long last = tools.records().lastPosition(agency);
    model.addAttribute("live", "/agencies/" + agency + "/window/news?after=" + last);
  }

  /**
   * A referral in a list.
   *
   * @param number what people call its case, or the end of its id where it has none
   * @param other the agency on the other side
   */
  record Row(
      ReferralId id,
      CaseId caseId,
      String number,
      String other,
      boolean isReceived,
      Terms terms,
      Times times,
      Standing standing) {}

  /** What is asked, in words. */
  record Terms(String mode, String urgency, boolean isUrgent) {

    private static Terms of(Referral referral) {
      return new Terms(
          referral.mode().label(),
          referral.urgency().label(),
          referral.urgency() != Urgency.NORMAL);
    }
  }

  /**
   * Since when and until when.
   *
   * @param respondBy until when an answer is expected; null where none is
   */
  record Times(Instant sentAt, @Nullable Instant respondBy) {

    private static Times of(Progress progress) {
      ResponseClock clock = progress.clock();
      return new Times(progress.sentAt(), clock == null ? null : clock.respondBy());
    }
  }

  /**
   * How far it got here.
   *
   * @param isUnread whether this agency has not opened it yet
   * @param assignee who of this agency has it in hand; null where nobody has
   */
  record Standing(String stage, boolean isUnread, @Nullable String assignee) {}

  Row row(AgencyId agency, ReferralView view) {
    return rows(agency, List.of(view)).getFirst();
  }

  private Row row(ReferralView view, Map<ReferralId, String> hands) {
    Referral referral = view.referral();
    boolean received = view.side() == Side.RECEIVER;
    return new Row(
        referral.referralId(),
        view.caseId(),
        called(view.caseNumber()),
        nameOf(received ? referral.sender() : referral.receiver()),
        received,
        Terms.of(referral),
        Times.of(referral.progress()),
        new Standing(
            referral.stage().label(),
            received && NextSteps.isUnread(referral),
            hands.get(referral.referralId())));
  }

  /** How a command about a case got on that was sent from a page; null where there is none. */
  @Nullable String told(AgencyId agency, CaseId caseId, String commandId) {
    return tools.records().outcomes(agency, caseId).stream()
        .filter(outcome -> outcome.commandId().toString().equals(commandId))
        .map(OutcomeView::of)
        .map(
            outcome ->
                outcome.effect().result() == null
                    ? outcome.sent().kind().label() + "を送りました。" + outcome.state().label() + "です。"
                    : outcome.effect().result())
        .findFirst()
        .orElse(null);
  }

  /** Where it is told what became of what a page sent. */
  static String done(JsonNode told) {
    return "?done=" + told.path("commandIds").path(0).asString("");
  }

  /** What people call a case before the network has told its number. */
  static String called(@Nullable CaseNumber number) {
    return number == null ? "番号を待っています" : number.value();
  }

  List<Row> rows(AgencyId agency, List<ReferralView> views) {
    Map<ReferralId, String> hands =
        assignees.names(agency, views.stream().map(view -> view.referral().referralId()).toList());
    return views.stream().map(view -> row(view, hands)).toList();
  }

  /** A form of the agency's own, with everything open. */
  FormPage form(Form form, TypedForm typed) {
    return form(form, typed, Set.of(), Offers.ALL);
  }

  /** A form with what was typed into it; see {@link FormPage}. */
  FormPage form(Form form, TypedForm typed, Set<String> folded, Offers offers) {
    return new FormPage(
        form, directory(), typed.content(), typed.problems(), typed.more(), folded, offers);
  }
}
