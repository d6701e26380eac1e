package jp.tsunagu.connector.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.command.CommandForm;
import jp.tsunagu.connector.command.CommandForms;
import jp.tsunagu.connector.web.PagePosts;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.lifecycle.CaseState;
import jp.tsunagu.contract.lifecycle.FlowRequirement;
import jp.tsunagu.contract.lifecycle.FlowStep;
import jp.tsunagu.contract.lifecycle.StepPapers;
import jp.tsunagu.runtime.site.FormPage;
import jp.tsunagu.runtime.site.FormPost;
import jp.tsunagu.runtime.site.PagePost;
import jp.tsunagu.runtime.site.TypedForm;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page of steps of a case has: the steps, the one that is open below them, and what it waits
 * for.
 */
final class CaseSteps {

  /** What they seldom have. */
  private static final Set<String> SELDOM =
      Set.of(
          "occurredAt",
          "phonedAt",
          "onBehalfOf",
          "exception",
          "noteBasis",
          "noteStatute",
          "staff",
          "persons",
          "household",
          "files");

  private final Window window;
  private final PagePosts posts;
  private final Household household;
  private final CommandForm.Group group;
  private final Place place;

  /** The steps of this group. */
  CaseSteps(
      Window window, PagePosts posts, Household household, CommandForm.Group group, Place place) {
    this.window = window;
    this.posts = posts;
    this.household = household;
    this.group = group;
    this.place = place;
  }

  /** What of the page is its own. */
  record Place(Waits waits, Shown shown) {}

  /** Shows the page with a form open or none. */
  @FunctionalInterface
  interface Shown {
    String with(CasePage found, Model model);
  }

  /** What a form that is open waits for. */
  @FunctionalInterface
  interface Waits {
    List<Paper> papers(CasePage found, CommandForm form, TypedForm typed);
  }

  /**
   * A step to choose.
   *
   * @param query what of the address opens its form
   */
  record Choice(String name, String title, String query) {

    static Choice of(CommandForm form) {
      return new Choice(form.name(), form.title(), "do=" + form.name());
    }
  }

  /**
   * A step that waits for papers in this city.
   *
   * @param papers all of them
   */
  record Ahead(String title, List<Paper> papers) {

    /** Keeps an unmodifiable copy. */
    Ahead {
      papers = List.copyOf(papers);
    }
  }

  /**
   * A form that is open below the steps.
   *
   * @param papers what it waits for in this city
   */
  record Doing(CommandForm form, FormPage page, String key, List<Paper> papers) {}

  /**
   * What a step waits for.
   *
   * @param here whether the case has it, as far as this agency sees
   */
  record Paper(String label, boolean here) {}

  Optional<CommandForm> form(String name) {
    return CommandForms.all().stream()
        .filter(form -> form.words().group() == group)
        .filter(form -> form.name().equals(name))
        .findFirst();
  }

  /** The page with the form that the address names open. */
  Object show(Optional<CasePage> found, Model model, String name, TypedForm begun, Reader reader) {
    if (found.isEmpty()) {
      return Window.missing();
    }
    model.addAttribute(
        "doing", form(name).map(form -> filled(found.get(), form, begun, reader)).orElse(null));
    return place.shown().with(found.get(), model);
  }

  /** Sends what was typed, or shows it again with what is wrong with it. */
  Object post(Optional<CasePage> found, String name, Model model, PagePost post, Reader reader) {
    Optional<CommandForm> form = form(name);
    return found.isEmpty() || form.isEmpty()
        ? Window.missing()
        : post(found.get(), form.get(), model, post, reader);
  }

  private Object post(CasePage found, CommandForm form, Model model, PagePost post, Reader reader) {
    return window
        .files()
        .answer(
            found.agency(),
            post,
            FormPost.read(form.body(), post.values()),
            (key, typed) -> sent(found, form, key, typed),
            typed -> {
              model.addAttribute("refusal", typed.refusal());
              model.addAttribute("doing", filled(found, form, typed, reader));
              return place.shown().with(found, model);
            });
  }

  private PagePost.Outcome sent(CasePage found, CommandForm form, String key, ObjectNode typed) {
    return posts
        .command(new PagePosts.Sent(found.agency(), key, null, typed), form, found.target())
        .toldAt(told -> found.address("") + Window.done(told));
  }

  private Doing filled(CasePage found, CommandForm form, TypedForm typed, Reader reader) {
    return new Doing(
        form,
        window.form(
            form.body(),
            typed,
            seldom(form),
            found
                .offers(household, form.body(), reader)
                .withFiles(window.files().told(found.agency(), typed.content()))),
        Window.freshKey(),
        place.waits().papers(found, form, typed));
  }

  /** What must be filled in is never put aside. */
  private static Set<String> seldom(CommandForm form) {
    Set<String> seldom = new HashSet<>(SELDOM);
    form.body().fields().stream()
        .filter(FormField::required)
        .map(FormField::name)
        .forEach(seldom::remove);
    return seldom;
  }

  /** What this step waits for in this city; what it brings itself (役割) stands in its form. */
  List<Paper> papers(CaseState state, FlowStep step, @Nullable PersonRef person) {
    StepPapers papers = new StepPapers(state, step, person, TokyoTime.dateOf(window.now()));
    return window.directory().requirements(step).stream()
        .filter(requirement -> requirement != FlowRequirement.ROLES_AND_LEAD)
        .map(requirement -> new Paper(requirement.label(), papers.holds(requirement)))
        .toList();
  }
}
