package jp.tsunagu.connector.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.command.CommandForm.Group;
import jp.tsunagu.connector.outbox.Wish;
import jp.tsunagu.connector.sheet.SettledFields;
import jp.tsunagu.contract.directory.DirectoryRecord.MeetingSettings;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Plausible;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.AgencyRole;
import jp.tsunagu.contract.lifecycle.ClosingGround;
import jp.tsunagu.contract.lifecycle.ContactRhythm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AcceptCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.AppointMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ChangeCoordinator;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.CloseCoordination;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideScreening;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.DecideSupport;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.HandBackCase;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RecordForm;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReleaseMember;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.ReportResult;
import jp.tsunagu.contract.lifecycle.CoordinationCommand.RequestCoordination;
import jp.tsunagu.contract.lifecycle.FlowException;
import jp.tsunagu.contract.lifecycle.Lead;
import jp.tsunagu.contract.lifecycle.ScreeningRoute;
import jp.tsunagu.contract.lifecycle.Settled;
import jp.tsunagu.contract.wording.Coded;
import jp.tsunagu.contract.wording.Codes;
import org.jspecify.annotations.Nullable;

/** 多機関協働: asked for by an agency, led by the coordinator. */
final class CoordinationForms {

  private static final int MOST_LEADS = 30;

  private static final FormField<AgencyId> OPEN_COORDINATOR =
      FormField.agency("coordinator", "多機関協働事業者").hint("空欄なら調整窓口に依頼します。");
  private static final FormField<AgencyId> COORDINATOR =
      FormField.agency("coordinator", "多機関協働事業者").must().hint("次の機関を書いてください。");
  private static final FormField<ScreeningRoute> ROUTE =
      FormField.oneOf("route", "扱い", Choice.ROUTE).must();
  private static final FormField<String> WHY =
      ReceiverForms.reason(settings -> settings.choices().screeningReasons());
  private static final FormField<AgencyId> BACK_TO =
      FormField.agency("receiver", "つなぎ戻す機関").must().hint("機関IDを書いてください。");
  private static final FormField<AgencyId> MEMBER =
      FormField.agency("member", "構成員").must().hint("機関IDを書いてください。");

  private static final FormField<String> FORM =
      FormField.listed("form", "様式", CoordinationForms::forms).must();
  private static final FormField<Integer> VERSION =
      FormField.whole("version", "様式の版", 1, 999).hint("空欄なら1です。");
  private static final FormField<LocalDate> DATED =
      FormField.day("dated", "様式の日付", Plausible.HAPPENED).must().hint("様式に書いてある日付です。");
  private static final FormField<Set<PersonRef>> ABOUT =
      FormField.persons("persons", "対象の世帯員").must().hint("[1, 2] のように番号を書いてください。");

  private static final FormField<MeetingRequestId> ITEM =
      FormField.item("item", "議題").hint("会議の様式(申出書・受付と助言・報告書・会議録)のときだけ書きます。");

  private static final FormField<PersonRef> LEAD_PERSON =
      FormField.person("person", "世帯員(空なら世帯全体)");
  private static final FormField<AgencyId> LEAD_AGENCY =
      FormField.agency("agency", "主担当の機関").must().hint("機関IDを書いてください。");
  private static final Form LEAD_FORM = Form.of("lead", "主担当", LEAD_PERSON, LEAD_AGENCY);
  private static final FormField<Filled> LEAD = FormField.group("lead", LEAD_FORM);
  private static final FormField<List<Filled>> LEADS =
      FormField.rows("leads", LEAD_FORM, MOST_LEADS).must().hint("[{\"agency\": …}] の形で書いてください。");

  private static final FormField<AgencyId> ROLE_AGENCY =
      FormField.agency("agency", "機関").must().hint("機関IDを書いてください。");
  private static final FormField<String> ROLE_CODE =
      FormField.reason(
              "role",
              "役割",
              directory ->
                  directory.meetingSettings().map(MeetingSettings::roles).orElse(List.of()))
          .must();
  private static final FormField<List<Filled>> ROLES =
      FormField.rows("roles", Form.of("role", "役割", ROLE_AGENCY, ROLE_CODE), MOST_LEADS);
  static final FormField<ContactRhythm> RHYTHM =
      FormField.oneOf("rhythm", "連絡の頻度", Choice.known(ContactRhythm.class));
  static final FormField<ClosingGround> GROUND =
      FormField.oneOf("ground", "終結の理由", Choice.known(ClosingGround.class))
          .hint("評価と会議の決定によらずに終結するときだけ選びます。");
  static final FormField<FlowException> EXCEPTION =
      FormField.oneOf("exception", "例外の理由", Choice.known(FlowException.class))
          .hint("必要なものがそろわないまま進めるときだけ選びます。経過に残ります。");

  static final List<CommandForm> ALL =
      List.of(
          onCase("request-coordination", "調整を依頼する", "", CoordinationForms::request)
              .asking(OPEN_COORDINATOR)
              .carrying(),
          onCase(
              "accept-coordination",
              "調整依頼を受ける",
              "/accept",
              on -> Wish.of(new AcceptCoordination(on.header()))),
          onCase(
                  "screening",
                  "スクリーニングの結果を記録する",
                  "/screening",
                  on -> Wish.of(new DecideScreening(on.header(), on.must(ROUTE), on.must(WHY))))
              .asking(ROUTE, WHY),
          onCase(
                  "support-decision",
                  "支援決定を記録する",
                  "/support-decision",
                  on ->
                      StepNotes.carrying(
                          on, new DecideSupport(on.header(), on.get(EXCEPTION), null)))
              .asking(EXCEPTION, StepNotes.READER)
              .carrying()
              .saying(StepNotes.SAYING),
          onCase("hand-back", "つなぎ戻す", "/hand-back", CoordinationForms::handBack)
              .asking(
                  BACK_TO, SenderForms.URGENCY, LEAD, ROLES, RHYTHM, SettledFields.ROWS, EXCEPTION)
              .carrying()
              .saying("見通しと残る課題は世帯員ごとに書き、その人の根拠で渡します。差戻しとは別です。"),
          onCase("close-coordination", "多機関協働を終結する", "/close", CoordinationForms::close)
              .asking(LEADS, GROUND, EXCEPTION, StepNotes.READER)
              .carrying()
              .saying("各機関の支援は続きます。" + StepNotes.SAYING),
          onCase(
                  "change-coordinator",
                  "多機関協働事業者を交替する",
                  "/coordinator",
                  on -> Wish.of(new ChangeCoordinator(on.header(), on.must(COORDINATOR))))
              .asking(COORDINATOR),
          onCase(
                  "report-result",
                  "本人への結果報告を記録する",
                  "/results",
                  on ->
                      StepNotes.carrying(
                          on,
                          new ReportResult(
                              on.header(), on.must(Targets.PERSON), on.get(EXCEPTION), null)))
              .asking(Targets.PERSON, EXCEPTION, StepNotes.READER)
              .carrying()
              .saying(StepNotes.SAYING),
          onCase(
                  "appoint-member",
                  "支援会議の構成員に委嘱する",
                  "/members",
                  on -> Wish.of(new AppointMember(on.header(), on.must(MEMBER))))
              .asking(MEMBER),
          onCase(
                  "release-member",
                  "構成員を解く(資料の回収)",
                  "/members/release",
                  on -> Wish.of(new ReleaseMember(on.header(), on.must(MEMBER))))
              .asking(MEMBER),
          CommandForm.onCase(
                  Group.COORDINATION,
                  "record-form",
                  "様式を作ったことを記録する",
                  "/recorded-forms",
                  CoordinationForms::form)
              .asking(FORM, VERSION, DATED, ABOUT, ITEM)
              .saying("様式の中身は送りません。どの様式を、いつ、どの世帯員について作ったかだけを記録します。"));

  private CoordinationForms() {}

  private static CommandForm onCase(String name, String title, String path, Maker make) {
    return CommandForm.onCase(Group.COORDINATION, name, title, "/coordination" + path, make);
  }

  private static @Nullable Wish request(Making on) {
    AgencyId named = on.get(OPEN_COORDINATOR);
    AgencyId coordinator = named == null ? on.tools().desk() : named;
    if (coordinator == null) {
      on.at().missing(OPEN_COORDINATOR);
      return null;
    }
    return on.carrying(new RequestCoordination(on.header(), coordinator, null), coordinator);
  }

  private static Wish handBack(Making on) {
    AgencyId receiver = on.must(BACK_TO);
    ReferralId referralId = on.tools().draft().newReferral();
    on.made("referralId", referralId);
    Filled named = on.get(LEAD);
    Lead lead = named == null ? new Lead(null, receiver) : lead(named);
    return on.carrying(
        new HandBackCase(
            on.header(),
            referralId,
            receiver,
            on.must(SenderForms.URGENCY),
            new Settled(lead, roles(on), on.get(RHYTHM)),
            null,
            on.get(EXCEPTION)),
        receiver,
        receiver.equals(on.agency()) ? List.of() : SettledFields.parts(on.filled(), receiver));
  }

  private static Wish form(Making on) {
    String named = on.must(FORM);
    String id = Codes.read(KnownForm.class, named).map(KnownForm::formId).orElse(named);
    FormRef form = new FormRef(id, on.filled().or(VERSION, 1));
    Set<PersonRef> persons = on.must(ABOUT);
    return Wish.of(new RecordForm(on.header(), form, on.must(DATED), persons, on.get(ITEM), null));
  }

  /** Those the network knows by name, and the city's own. */
  private static List<Coded> forms(NetworkDirectory directory) {
    return Stream.concat(
            Stream.of(KnownForm.values()).map(form -> new Coded(form.name(), form.label())),
            directory.cityForms().stream()
                .map(form -> new FormRef(form.formId(), 1))
                .filter(form -> KnownForm.of(form).isEmpty())
                .map(form -> new Coded(form.formId(), directory.titleOf(form))))
        .toList();
  }

  private static Wish close(Making on) {
    return StepNotes.carrying(
        on,
        new CloseCoordination(
            on.header(),
            on.must(LEADS).stream().map(CoordinationForms::lead).toList(),
            on.get(GROUND),
            on.get(EXCEPTION),
            null));
  }

  private static List<AgencyRole> roles(Making on) {
    return on.filled().or(ROLES, List.of()).stream()
        .map(row -> new AgencyRole(row.must(ROLE_AGENCY), row.must(ROLE_CODE)))
        .toList();
  }

  private static Lead lead(Filled row) {
    return new Lead(row.get(LEAD_PERSON), row.must(LEAD_AGENCY));
  }
}
