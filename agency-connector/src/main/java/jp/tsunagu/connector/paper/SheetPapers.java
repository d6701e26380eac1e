package jp.tsunagu.connector.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.Tools;
import jp.tsunagu.connector.paper.SheetPaper.Consented;
import jp.tsunagu.connector.paper.SheetPaper.Printed;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.sheet.PaperPerson.Line;
import jp.tsunagu.connector.sheet.PaperSheet;
import jp.tsunagu.connector.sheet.ReferralForm;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.sheet.Sight;
import jp.tsunagu.connector.sheet.TsunaguSheet;
import jp.tsunagu.contract.directory.CodeList;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.CaseNumber;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consent;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Reception;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.ReferralEvent;
import jp.tsunagu.contract.lifecycle.ResponseClock;
import jp.tsunagu.contract.lifecycle.StageCode;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.EventWords;
import jp.tsunagu.contract.wording.Heading;
import jp.tsunagu.runtime.caller.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes papers of what an agency sent, received or is about to send. */
@Component
public final class SheetPapers {

  private static final String UNREAD = "まだ開封していないため、内容は印刷していません。開封すると、送った機関に開封が伝わります。";
  private static final String UNOPENED = "この機関はこの連絡を開封していません。ほかの機関が書いた内容は、開封した機関だけが印刷できます。";
  private static final String NOTHING = "この連絡には、書類がまだ届いていないか、付いていません。";
  private static final String RECEIVER = "紹介先";
  private static final String DRAFT = "送る前の控えです。まだ送っていません。";

  private final Tools tools;
  private final ShownDossiers shown;
  private final Sight sight;

  SheetPapers(Tools tools, ShownDossiers shown, Sight sight) {
    this.sight = sight;
    this.tools = tools;
    this.shown = shown;
  }

  /** What came with a leg, as this agency may read it; nothing of what it has not opened. */
  public SheetPaper of(
      AgencyId agency, ReferralView view, Reader reader, @Nullable CurrentPerson person) {
    return of(agency, view, shown.of(agency, view, sight.of(agency, view), reader), person);
  }

  /** The same of dossiers that were shown already: those of the leg that people may read. */
  public SheetPaper of(
      AgencyId agency,
      ReferralView view,
      List<DossierView> dossiers,
      @Nullable CurrentPerson person) {
    boolean isUnread = view.side() == Side.RECEIVER && view.referral().waitsToBeOpened();
    Sight.Reach reach = sight.of(agency, view);
    List<PaperSheet> sheets = dossiers.stream().map(PaperSheet::of).toList();
    return new SheetPaper(
        Optional.ofNullable(view.caseNumber()).map(CaseNumber::value).orElse(""),
        Stream.concat(head(view.referral()).stream(), about(agency, view).stream()).toList(),
        sheets,
        results(agency, view),
        isUnread ? List.of() : consents(agency, view),
        isUnread ? UNREAD : reach != Sight.Reach.ALL ? UNOPENED : sheets.isEmpty() ? NOTHING : "",
        printed(agency, person));
  }

  /** What was typed, before it is sent. */
  public SheetPaper of(AgencyId agency, TsunaguSheet sheet, @Nullable CurrentPerson person) {
    List<Line> head = new ArrayList<>();
    head.add(new Line("作成機関", nameOf(agency)));
    head.addAll(addressees(sheet));
    Reception reception = sheet.consultation().reception();
    head.addAll(about(reception.fields(), reception.area()));
    return new SheetPaper(
        "",
        head,
        List.of(PaperSheet.of(sheet, this::nameOf)),
        List.of(),
        sheet.consents().stream().map(terms -> Consented.of(terms, directory())).toList(),
        DRAFT,
        printed(agency, person));
  }

  /** 紹介先; where there are several, each with how it is connected in one line of its own. */
  private List<Line> addressees(TsunaguSheet sheet) {
    List<ReferralForm> referrals = sheet.referrals();
    if (referrals.size() > 1) {
      return referrals.stream()
          .map(
              each ->
                  new Line(
                      RECEIVER,
                      nameOf(each.receiver())
                          + "("
                          + each.mode().label()
                          + "・"
                          + each.urgency().label()
                          + ")"))
          .toList();
    }
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            RECEIVER,
            referrals.stream().map(each -> nameOf(each.receiver())).findFirst().orElse("")));
    for (ReferralForm only : referrals) {
      lines.add(new Line("つなぎの種類", only.mode().label()));
      lines.add(new Line(Heading.URGENCY.label(), only.urgency().label()));
    }
    return lines;
  }

  /** The consents of a case, to be signed. */
  public ConsentPaper consents(AgencyId agency, CaseView view, @Nullable CurrentPerson person) {
    return new ConsentPaper(
        view.caseNumber().map(CaseNumber::value).orElse(""),
        nameOf(agency),
        consented(view),
        printed(agency, person));
  }

  /** 分野 and 圏域, as far as they are known here. */
  private List<Line> about(Set<Field> fields, AreaId area) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            Heading.FIELD.label(),
            fields.stream().sorted().map(Field::label).collect(Collectors.joining("、"))));
    if (!area.equals(AreaId.WITHHELD)) {
      lines.add(new Line(Heading.AREA.label(), directory().nameOf(area)));
    }
    return lines;
  }

  private List<Line> about(AgencyId agency, ReferralView view) {
    return tools
        .records()
        .findCase(agency, view.caseId())
        .flatMap(CaseView::state)
        .map(CaseState::consultation)
        .map(known -> about(known.fields(), known.reception().area()))
        .orElse(List.of());
  }

  private List<Line> head(Referral referral) {
    ResponseClock clock = referral.progress().clock();
    List<Line> head = new ArrayList<>();
    head.add(new Line("作成機関", nameOf(referral.sender())));
    head.add(new Line(RECEIVER, nameOf(referral.receiver())));
    head.add(new Line("つなぎの種類", referral.mode().label()));
    head.add(new Line(Heading.URGENCY.label(), referral.urgency().label()));
    head.add(new Line(StageCode.SENT.label(), DateWords.shortMoment(referral.progress().sentAt())));
    head.add(new Line("回答期限", clock == null ? "" : DateWords.shortMoment(clock.respondBy())));
    return head;
  }

  /** 対応結果: when it was opened and answered, with the reason, and how it went on. */
  private List<Line> results(AgencyId agency, ReferralView view) {
    return tools.records().told(agency, view.referral().referralId()).stream()
        .filter(ReferralEvent.class::isInstance)
        .flatMap(event -> result((ReferralEvent) event).stream())
        .toList();
  }

  private Optional<Line> result(ReferralEvent event) {
    return switch (event) {
      case ReferralEvent.ReferralDeclined declined ->
          Optional.of(result(event, CodeList.DECLINE_REASONS, declined.reason()));
      case ReferralEvent.ReferralSentBack sentBack ->
          Optional.of(result(event, CodeList.SEND_BACK_REASONS, sentBack.reason()));
      case ReferralEvent.ReferralOpened _,
          ReferralEvent.ReferralAccepted _,
          ReferralEvent.ReferralForwarded _,
          ReferralEvent.FirstContactMade _,
          ReferralEvent.ReferralCompleted _,
          ReferralEvent.ReferralWithdrawn _,
          ReferralEvent.ReferralReopened _ ->
          Optional.of(new Line(EventWords.of(event, directory()).label(), at(event)));
      case ReferralEvent _ -> Optional.empty();
    };
  }

  private Line result(ReferralEvent event, CodeList list, String reason) {
    String why = directory().labelOf(reason, list);
    return new Line(EventWords.of(event, directory()).label(), at(event) + "(" + why + ")");
  }

  private static String at(ReferralEvent event) {
    return DateWords.shortMoment(event.header().occurredAt());
  }

  private List<Consented> consents(AgencyId agency, ReferralView view) {
    return tools.records().findCase(agency, view.caseId()).map(this::consented).orElse(List.of());
  }

  private List<Consented> consented(CaseView view) {
    return view.state().map(CaseState::consents).orElse(List.of()).stream()
        .map(Consent::terms)
        .map(terms -> Consented.of(terms, directory()))
        .toList();
  }

  private NetworkDirectory directory() {
    return tools.directory().snapshot();
  }

  /** Nobody where the desk is to sort it. */
  private String nameOf(@Nullable AgencyId agency) {
    return agency == null ? "" : directory().nameOf(agency);
  }

  /** By the person who is logged in; by a system in the name of its agency. */
  private Printed printed(AgencyId agency, @Nullable CurrentPerson person) {
    String name = person == null ? nameOf(agency) : person.displayName();
    return new Printed(name, tools.draft().now());
  }
}
