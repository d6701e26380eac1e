package jp.tsunagu.connector.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.register.EntryKind;
import jp.tsunagu.connector.register.RegisterWork;
import jp.tsunagu.connector.register.ResourceSearch;
import jp.tsunagu.connector.view.ResourceView;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;
import jp.tsunagu.contract.directory.SocialResource;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.AreaId;
import jp.tsunagu.contract.lifecycle.Field;
import jp.tsunagu.contract.wording.Codes;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** 社会資源: what agencies have for those whom nothing fits. */
@Component
class ResourceList implements RegisterList<SocialResource> {

  private final Window window;
  private final RegisterWork work;

  ResourceList(Window window, RegisterWork work) {
    this.window = window;
    this.work = work;
  }

  /** A resource in the list, and whether this agency says what it offers. */
  record Line(ResourceView view, boolean isOwn, boolean hasEnded) {}

  @Override
  public EntryKind<SocialResource> kind() {
    return EntryKind.RESOURCE;
  }

  @Override
  public String show(AgencyId agency, Model model, Map<String, String> asked) {
    LocalDate today = TokyoTime.dateOf(window.now());
    model.addAttribute("agency", agency.value());
    model.addAttribute(
        "lines",
        found(search(model, asked, isOn(asked, "free"), isOn(asked, "ended"))).stream()
            .map(
                one ->
                    new Line(
                        ResourceView.of(one, window.directory(), today),
                        work.mayChange(agency, one),
                        one.hasEnded(today)))
            .toList());
    return "window/resources";
  }

  private static boolean isOn(Map<String, String> asked, String name) {
    return asked.getOrDefault(name, "").equals("true");
  }

  /** Those that are looked for, by what they are. */
  List<SocialResource> found(ResourceSearch search) {
    LocalDate today = TokyoTime.dateOf(window.now());
    return work.all(kind()).stream().filter(one -> search.fits(one, today)).toList();
  }

  /** What is looked for; put into the model with what else can be. */
  ResourceSearch search(
      Model model, Map<String, String> asked, boolean freeOnly, boolean endedToo) {
    String area = asked.getOrDefault("area", "");
    ResourceSearch search =
        new ResourceSearch(
            asked.getOrDefault("words", ""),
            AreaId.isValid(area) ? new AreaId(area) : null,
            Codes.read(Field.class, asked.getOrDefault("field", "")).orElse(null),
            freeOnly,
            endedToo);
    model.addAttribute("search", search);
    model.addAttribute(
        "areas", window.directory().settings().map(NetworkSettings::areas).orElse(List.of()));
    model.addAttribute("fields", List.of(Field.values()));
    return search;
  }
}
