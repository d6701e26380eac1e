package jp.tsunagu.connector.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.tsunagu.connector.form.FormVersions;
import jp.tsunagu.connector.record.CaseView;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.sheet.ShownDossiers.CameForm;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.KnownForm;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.MeetingRequestId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.MeetingItem;
import jp.tsunagu.contract.lifecycle.MeetingItem.ItemStage;
import jp.tsunagu.contract.lifecycle.MeetingPlace;
import jp.tsunagu.contract.lifecycle.RecordedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The sheets (書類) of an item of a meeting, as one agency has them: those that are about the item,
 * and the plan and the evaluation the meeting talks about. What was not written here and did not
 * come does not exist here.
 */
@Component
class ItemSheets {

  private static final List<KnownForm> TALKED_ABOUT = List.of(KnownForm.PLAN, KnownForm.EVALUATION);

  private final Window window;
  private final FormVersions versions;
  private final ShownDossiers dossiers;

  ItemSheets(Window window, FormVersions versions, ShownDossiers dossiers) {
    this.window = window;
    this.versions = versions;
    this.dossiers = dossiers;
  }

  /**
   * A sheet.
   *
   * @param from which agency wrote it; empty for this one
   * @param read where it is read, below the forms of the case; empty where it is still to be
   *     written
   * @param write where it is written, below the same; empty where this agency does not
   */
  record Sheet(String title, String from, String read, String write) {}

  /** What an agency has of a case. */
  record Held(AgencyId agency, CaseView view, List<FormVersions.Outline> own, List<CameForm> came) {

    /** Keeps unmodifiable copies. */
    Held {
      own = List.copyOf(own);
      came = List.copyOf(came);
    }
  }

  Held held(AgencyId agency, CaseView view) {
    return new Held(
        agency, view, versions.of(agency, view.caseId()), dossiers.forms(agency, view.caseId()));
  }

  /** Of this item; nothing of one that this agency only sees in a notice is written here. */
  List<Sheet> of(Held held, MeetingRequestId id, @Nullable MeetingItem item) {
    return Stream.concat(
            Stream.of(KnownForm.values())
                .filter(KnownForm::isOfAMeeting)
                .map(form -> sheet(held, form, Optional.of(id), mayWrite(held, form, item))),
            TALKED_ABOUT.stream().map(form -> sheet(held, form, Optional.empty(), false)))
        .filter(sheet -> !sheet.read().isEmpty() || !sheet.write().isEmpty())
        .toList();
  }

  private Sheet sheet(
      Held held, KnownForm form, Optional<MeetingRequestId> item, boolean mayWrite) {
    Optional<FormVersions.Outline> own =
        held.own().stream()
            .filter(each -> each.formId().equals(form.formId()) && each.item().equals(item))
            .findFirst();
    Optional<CameForm> came = came(held, form, item);
    String write =
        mayWrite ? "/" + form.formId() + "/write" + item.map(id -> "?item=" + id).orElse("") : "";
    return new Sheet(
        window.directory().titleOf(new FormRef(form.formId(), 1)),
        own.isPresent() ? "" : came.map(CameForm::sender).map(window::nameOf).orElse(""),
        own.map(each -> "/" + each.formId() + "/" + each.number())
            .or(() -> came.map(each -> "/received/" + each.dossier()))
            .orElse(""),
        write);
  }

  /** The latest that came: of a form of a meeting, with the sheet about this item. */
  private static Optional<CameForm> came(
      Held held, KnownForm form, Optional<MeetingRequestId> item) {
    var ofTheItem =
        held.view().state().map(CaseState::forms).orElse(List.of()).stream()
            .filter(each -> Optional.ofNullable(each.item()).equals(item))
            .map(RecordedForm::dossierId)
            .collect(Collectors.toSet());
    return held.came().stream()
        .filter(each -> form.is(each.form()))
        .filter(each -> item.isEmpty() || ofTheItem.contains(each.dossier()))
        .findFirst();
  }

  /** It offers; the network decides. */
  private boolean mayWrite(Held held, KnownForm form, @Nullable MeetingItem item) {
    if (item == null || item.stage() == ItemStage.WITHDRAWN) {
      return false;
    }
    boolean mine =
        form.isTheDesks()
            ? isDesk(held.agency())
            : form.isTheOrganisers()
                ? runs(held.agency(), held.view(), item)
                : asked(held.agency(), held.view(), item);
    return mine && form.isOfAHeldMeeting() == (item.stage() != ItemStage.OPEN);
  }

  /** Whether this agency asked for it, coordinates, organises it, or is the desk. */
  boolean runs(AgencyId agency, CaseView view, MeetingItem item) {
    return asked(agency, view, item) || organises(item, agency);
  }

  private boolean asked(AgencyId agency, CaseView view, MeetingItem item) {
    return isDesk(agency)
        || item.requestedBy().equals(agency)
        || view.state().flatMap(CaseState::coordinator).filter(agency::equals).isPresent();
  }

  private boolean isDesk(AgencyId agency) {
    return agency.equals(window.tools().desk());
  }

  private static boolean organises(MeetingItem item, AgencyId agency) {
    MeetingPlace place = item.place();
    return place != null && place.organiser().equals(agency);
  }
}
