package jp.tsunagu.connector.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.record.Opening;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.record.Side;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.sheet.Sight;
import jp.tsunagu.connector.view.AccessView;
import jp.tsunagu.connector.view.ProtectionNote;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.lifecycle.StageCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands on the page of a referral: how far it got, what came with it, who saw it. */
@Component
class ReferralSections {

  private static final String AT_DESK = "調整窓口に";
  private static final String BY_DESK = "調整窓口が";

  private final Window window;
  private final GoingOn goingOn;
  private final ShownDossiers shown;
  private final Sight sight;

  ReferralSections(Window window, GoingOn goingOn, ShownDossiers shown, Sight sight) {
    this.sight = sight;
    this.window = window;
    this.goingOn = goingOn;
    this.shown = shown;
  }

  /**
   * How far it got, as people follow it: 送付, 到達, 開封, 回答.
   *
   * @param isDone whether it was reached
   */
  record Rung(String label, boolean isDone) {}

  /**
   * That the case is protected.
   *
   * @param until last day; it stays protected until a person lifts it
   * @param mayPassTo who may be told address and telephone; none where they are hidden
   */
  record Protected(LocalDate until, boolean hidden, List<String> mayPassTo) {

    /** Keeps an unmodifiable copy. */
    Protected {
      mayPassTo = List.copyOf(mayPassTo);
    }
  }

  /**
   * Who opened it.
   *
   * @param what could be read then; empty where nothing came with it
   */
  record Seen(String agency, Instant at, String what) {}

  /** Puts all of it on the page; content only once the referral was opened. */
  void show(AgencyId agency, ReferralView view, Reader reader, Model model) {
    Referral referral = view.referral();
    boolean unread = view.side() == Side.RECEIVER && NextSteps.isUnread(referral);
    List<Opening> openings = openings(agency, view);
    Sight.Reach reach = sight.of(agency, view);
    model.addAttribute("agency", agency.value());
    model.addAttribute("row", window.row(agency, view));
    model.addAttribute("sender", window.nameOf(referral.sender()));
    model.addAttribute("receiver", window.nameOf(referral.receiver()));
    model.addAttribute("ladder", ladder(referral));
    model.addAttribute("unread", unread);
    model.addAttribute("steps", NextSteps.of(referral, view.side()));
    model.addAttribute("reason", window.reason(referral.stage()).orElse(null));
    model.addAttribute("goesOn", goingOn.isPossible(agency, view));
    model.addAttribute("nextLeg", next(view));
    List<ContentPart> read = dossiers(agency, view, reach, reader);
    model.addAttribute("considerations", ContentPart.considerations(read));
    model.addAttribute("dossiers", ContentPart.others(read));
    model.addAttribute("unseen", !unread && reach != Sight.Reach.ALL);
    model.addAttribute(
        "settled", SettledPart.of(window, agency, referral.referralId()).stream().toList());
    model.addAttribute("protection", protection(agency, view));
    model.addAttribute("openings", openings.stream().map(this::seen).toList());
    window.live(model, agency);
  }

  /**
   * Where the household went from here.
   *
   * @param id of the leg that goes on
   */
  record Next(ReferralId id, String sender, String receiver, Instant at, String stage) {}

  private @Nullable Next next(ReferralView view) {
    return view.referral().isOpen()
        ? null
        : GoingOn.next(view.state(), view.referral())
            .map(
                leg ->
                    new Next(
                        leg.referralId(),
                        window.nameOf(leg.sender()),
                        window.nameOf(leg.receiver()),
                        leg.progress().sentAt(),
                        leg.stage().label()))
            .orElse(null);
  }

  private @Nullable Protected protection(AgencyId agency, ReferralView view) {
    ProtectionNote note = ProtectionNote.of(view.protection(), agency);
    return note == null
        ? null
        : new Protected(
            note.until(),
            note.contactHidden(),
            Stream.ofNullable(note.mayPassTo()).flatMap(List::stream).map(window::nameOf).toList());
  }

  private List<ContentPart> dossiers(
      AgencyId agency, ReferralView view, Sight.Reach reach, Reader reader) {
    return shown.of(agency, view, reach, reader).stream()
        .flatMap(dossier -> ContentPart.of(dossier).stream())
        .toList();
  }

  private List<Opening> openings(AgencyId agency, ReferralView view) {
    return window.tools().records().openings(agency, view.caseId(), view.referral().referralId());
  }

  private Seen seen(Opening opening) {
    return new Seen(
        window.nameOf(opening.agency()),
        opening.at(),
        opening.parts().stream()
            .map(part -> AccessView.label(part, window.directory()))
            .collect(Collectors.joining("・")));
  }

  private static List<Rung> ladder(Referral referral) {
    StageCode stage = StageCode.of(referral.stage());
    int reached =
        switch (referral.stage()) {
          case Stage.Submitted sheet -> sheet.opened() ? 3 : sheet.arrived() ? 2 : 1;
          case Stage.Sent _ -> 1;
          case Stage.Arrived _ -> 2;
          case Stage.Opened _ -> 3;
          case Stage.Held _, Stage.Closed _ -> 4;
        };
    boolean atDesk = referral.stage() instanceof Stage.Submitted;
    return List.of(
        new Rung(StageCode.SENT.label(), true),
        new Rung((atDesk ? AT_DESK : "") + StageCode.ARRIVED.label(), reached >= 2),
        new Rung((atDesk ? BY_DESK : "") + StageCode.OPENED.label(), reached >= 3),
        new Rung(reached == 4 || atDesk ? stage.label() : "回答待ち", reached == 4));
  }
}
