package jp.tsunagu.connector.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.record.ReferralView;
import jp.tsunagu.connector.sheet.Passage;
import jp.tsunagu.connector.sheet.ShownDossiers;
import jp.tsunagu.connector.sheet.Sight;
import jp.tsunagu.connector.web.DeadlinePreview;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.connector.web.Readers;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.Agency;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.Participation;
import jp.tsunagu.contract.directory.Proposals;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.id.ReferralId;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.Consultation;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.lifecycle.Protection;
import jp.tsunagu.contract.lifecycle.Referral;
import jp.tsunagu.contract.lifecycle.Stage;
import jp.tsunagu.contract.wording.DateWords;
import jp.tsunagu.contract.wording.ProposalWords;
import jp.tsunagu.runtime.caller.Caller;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 別の機関へつなぐ: a household whose referral was not taken goes on to another agency with what was
 * written before, as far as a consent names it. What is shown is what goes: where that changed
 * meanwhile, it is shown again before anything is sent.
 */
@Controller
class OnwardPage {

  private static final String ADDRESS = Window.ROOT + "/referrals/{referralId}/onward";
  private static final CommandForm SEND = CommandForms.find("send").orElseThrow();

  /** What the page knows without asking, and what goes on by itself. */
  private static final Set<String> KNOWN =
      Set.of("caseId", "receiver", "continues", "passOn", "persons", "household", "files");

  private static final Form FORM =
      new Form(
          SEND.form().ref(),
          SEND.title(),
          SEND.body().fields().stream().filter(field -> !KNOWN.contains(field.name())).toList(),
          List.of());

  private final Window window;
  private final GoingOn goingOn;
  private final ShownDossiers shown;
  private final Sight sight;
  private final PagePosts posts;

  OnwardPage(Window window, GoingOn goingOn, ShownDossiers shown, Sight sight, PagePosts posts) {
    this.window = window;
    this.sight = sight;
    this.goingOn = goingOn;
    this.shown = shown;
    this.posts = posts;
  }

  /**
   * An agency it can go to.
   *
   * @param reason why it fits; empty where nothing speaks for it in particular
   * @param refused what it answered before in this chain; empty where it was not asked
   */
  record Candidate(String id, String name, String reason, String refused) {}

  private record Asked(Caller caller, Reader reader, Model model, ReferralView view) {

    AgencyId agency() {
      return Window.agency(caller);
    }
  }

  @GetMapping(ADDRESS)
  Object choose(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String receiver) {
    Optional<ReferralView> found = window.find(Window.agency(caller), referralId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    Asked asked = new Asked(caller, Readers.onPage(request), model, found.get());
    if (!goingOn.isPossible(asked.agency(), asked.view())) {
      return "redirect:" + own(asked);
    }
    Optional<Agency> chosen = chosen(asked, receiver);
    if (chosen.isEmpty()) {
      common(asked);
      model.addAttribute("candidates", candidates(asked));
      model.addAttribute("receiver", null);
      return "window/onward";
    }
    ObjectNode typed =
        JsonNodeFactory.instance
            .objectNode()
            .put("urgency", asked.view().referral().urgency().name());
    return page(asked, chosen.get(), typed, List.of());
  }

  @PostMapping(ADDRESS)
  Object send(
      Caller caller,
      @PathVariable String referralId,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<ReferralView> found = window.find(Window.agency(caller), referralId);
    if (found.isEmpty()) {
      return Window.missing();
    }
    Asked asked = new Asked(caller, Readers.onPage(request), model, found.get());
    PagePost post = PagePost.of(request, response);
    Optional<Agency> chosen = chosen(asked, post.one("receiver"));
    if (chosen.isEmpty()) {
      return "redirect:" + own(asked) + "/onward";
    }
    ObjectNode typed = FormPost.read(FORM, post.values());
    String first = whoWasFirst(asked);
    Passage passage = passage(asked, chosen.get());
    boolean changed = !passage.mark().equals(post.one("shown"));
    if (!first.isEmpty() || changed) {
      model.addAttribute("first", first.isEmpty() ? null : first);
      model.addAttribute("changed", first.isEmpty());
      response.setStatus(HttpStatus.CONFLICT.value());
      return page(asked, chosen.get(), typed, List.of());
    }
    return post.answer(
        typed,
        (key, filled) -> sent(asked, chosen.get(), filled, key, !passage.goes().isEmpty()),
        filled -> {
          model.addAttribute("refusal", filled.refusal());
          return page(asked, chosen.get(), filled.content(), filled.problems());
        });
  }

  /** That somebody else went on meanwhile, and where to; empty where nobody did. */
  private String whoWasFirst(Asked asked) {
    CaseState state = goingOn.state(asked.agency(), asked.view());
    LocalDate today = TokyoTime.dateOf(window.now());
    return GoingOn.next(state, asked.view().referral())
        .map(
            next ->
                "この連絡は "
                    + DateWords.momentNear(next.progress().sentAt(), today)
                    + " に"
                    + window.nameOf(next.sender())
                    + "が"
                    + window.nameOf(next.receiver())
                    + "へつなぎました。あなたの入力は残してあります。")
        .orElse("");
  }

  private PagePost.Outcome sent(
      Asked asked, Agency receiver, ObjectNode typed, String key, boolean passesOn) {
    ObjectNode body = typed.deepCopy();
    body.put("caseId", asked.view().caseId().toString());
    body.put("receiver", receiver.agencyId().value());
    body.put("continues", asked.view().referral().referralId().toString());
    body.put("passOn", passesOn);
    PagePosts.Sent sent = new PagePosts.Sent(asked.agency(), key, null, body);
    return posts
        .command(sent, SEND, JsonNodeFactory.instance.objectNode())
        .toldAt(told -> own(asked) + Window.done(told));
  }

  private static String own(Asked asked) {
    return "/agencies/"
        + asked.agency()
        + "/window/referrals/"
        + asked.view().referral().referralId();
  }

  private void common(Asked asked) {
    Model model = asked.model();
    Referral leg = asked.view().referral();
    model.addAttribute("agency", asked.agency().value());
    model.addAttribute("row", window.row(asked.agency(), asked.view()));
    model.addAttribute("sender", window.nameOf(leg.sender()));
    model.addAttribute("before", window.nameOf(leg.receiver()));
    model.addAttribute("answer", answer(leg));
    model.addAttribute("desk", asked.agency().equals(window.tools().desk()));
  }

  private Object page(Asked asked, Agency receiver, ObjectNode typed, List<FieldProblem> problems) {
    common(asked);
    Model model = asked.model();
    Passage passage = passage(asked, receiver);
    PassagePreview preview = new PassagePreview(asked.agency(), window.now());
    boolean hasRead = hasRead(asked);
    DeadlinePreview deadline =
        DeadlinePreview.of(
            asked.view().referral().urgency(), window.now(), window.directory(), receiver);
    model.addAttribute("receiver", receiver.agencyId().value());
    model.addAttribute("receiverName", receiver.name());
    model.addAttribute(
        SheetView.PREVIEWS,
        List.of(
            new SheetView.Preview(
                receiver.name(),
                deadline.message(),
                preview.persons(passage),
                hasRead ? preview.parts(passage) : preview.titles(passage))));
    model.addAttribute("unopened", !hasRead);
    model.addAttribute("shown", passage.mark());
    model.addAttribute("goes", !passage.goes().isEmpty());
    model.addAttribute("key", Window.freshKey());
    model.addAttribute(
        "form",
        new FormPage(
            FORM,
            window.directory(),
            typed,
            problems,
            "",
            ReferralPage.SELDOM,
            Household.numbers(asked.view().state())));
    return "window/onward";
  }

  private Passage passage(Asked asked, Agency receiver) {
    AgencyId own = asked.agency();
    Passage.Way way =
        new Passage.Way(
            goingOn.state(own, asked.view()),
            own,
            own.equals(window.tools().desk()),
            receiver.agencyId(),
            TokyoTime.dateOf(window.now()));
    ReferralId leg = asked.view().referral().referralId();
    return hasRead(asked) ? shown.passage(way, leg, asked.reader()) : shown.passageUnread(way, leg);
  }

  /** Whether what others wrote was opened here; else it is told who and what goes, and no text. */
  private boolean hasRead(Asked asked) {
    return sight.hasRead(asked.agency(), asked.view());
  }

  private Optional<Agency> chosen(Asked asked, String receiver) {
    return receivers(asked)
        .filter(agency -> agency.agencyId().value().equals(receiver))
        .findFirst();
  }

  /** Who is excluded, as far as this agency was told, is no choice. */
  private Stream<Agency> receivers(Asked asked) {
    Set<AgencyId> without = without(asked);
    return window.directory().agencies().stream()
        .filter(agency -> agency.participation() == Participation.CONNECTOR)
        .filter(agency -> !without.contains(agency.agencyId()));
  }

  private static Set<AgencyId> without(Asked asked) {
    Protection protection = asked.view().protection();
    Set<AgencyId> without = new HashSet<>(protection == null ? Set.of() : protection.excluded());
    without.add(asked.agency());
    return without;
  }

  /** Who fits, the most fitting first; then everybody else, the desk last. */
  private List<Candidate> candidates(Asked asked) {
    NetworkDirectory directory = window.directory();
    CaseState state = goingOn.state(asked.agency(), asked.view());
    Consultation consultation = state.consultation();
    Set<Field> fields = consultation == null ? Set.of() : consultation.fields();
    AreaId area = consultation == null ? null : consultation.reception().area();
    LocalDate today = TokyoTime.dateOf(window.now());
    List<Candidate> candidates = new ArrayList<>();
    Set<AgencyId> there = new HashSet<>();
    new Proposals(directory, window.now())
        .of(fields, area, without(asked))
        .forEach(
            proposal -> {
              there.add(proposal.agency().agencyId());
              String reason = ProposalWords.reason(proposal, directory, area, today);
              candidates.add(candidate(proposal.agency(), reason, asked, state));
            });
    Stream.of(false, true)
        .flatMap(isDesk -> receivers(asked).filter(agency -> agency.isDesk() == isDesk))
        .filter(agency -> !there.contains(agency.agencyId()))
        .forEach(agency -> candidates.add(candidate(agency, "", asked, state)));
    return candidates;
  }

  private Candidate candidate(Agency agency, String reason, Asked asked, CaseState state) {
    Referral last = asked.view().referral();
    String refused =
        Stream.concat(Stream.of(last), state.legsBefore(last).stream())
            .filter(leg -> leg.receiver().equals(agency.agencyId()))
            .map(this::answer)
            .findFirst()
            .orElse("");
    return new Candidate(agency.agencyId().value(), agency.name(), reason, refused);
  }

  /** How a leg ended, with the reason that was given. */
  private String answer(Referral leg) {
    String reason = reason(leg.stage());
    return leg.stage().label() + (reason == null ? "" : "(" + reason + ")");
  }

  private @Nullable String reason(Stage stage) {
    return window.reason(stage).orElse(null);
  }
}
