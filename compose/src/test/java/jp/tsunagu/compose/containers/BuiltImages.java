package jp.tsunagu.compose.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * The images of our services under one tag, and what a build leaves behind when it gives the tag to
 * another: the image that had it, and the one in which its jar was unpacked. Neither has a name
 * then, and together they are some 6 GB of every build.
 */
final class BuiltImages {
  private static final String SERVICE = "jp.tsunagu.service";

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final String tag;
  private final Map<String, Set<String>> before = new HashMap<>();

  BuiltImages(String tag) {
    this.tag = ":" + tag;
  }

  /** To be called before a build: what there is of each service. */
  void noteThoseBefore() {
    everything().forEach((service, ids) -> before.put(service, new HashSet<>(ids)));
  }

  /**
   * Removes what was there before and was replaced. What a build found as it was stays, with the
   * steps of it; so does what a container uses.
   */
  void removeThoseReplaced() {
    everything()
        .forEach(
            (service, ids) -> {
              var earlier = before.getOrDefault(service, Set.of());
              if (tagged(service).filter(earlier::contains).isEmpty()) {
                ids.stream().filter(earlier::contains).forEach(this::remove);
              }
            });
  }

  private Map<String, List<String>> everything() {
    var all = new HashMap<String, List<String>>();
    Stream.concat(nameless(), all().filter(this::isTagged))
        .forEach(
            image ->
                all.computeIfAbsent(serviceOf(image), _ -> new ArrayList<>()).add(image.getId()));
    return all;
  }

  private Optional<String> tagged(String service) {
    return all()
        .filter(image -> serviceOf(image).equals(service) && isTagged(image))
        .map(Image::getId)
        .findFirst();
  }

  private Stream<Image> all() {
    return docker.listImagesCmd().withLabelFilter(SERVICE).exec().stream();
  }

  private Stream<Image> nameless() {
    return docker.listImagesCmd().withLabelFilter(SERVICE).withDanglingFilter(true).exec().stream();
  }

  private boolean isTagged(Image image) {
    return image.getRepoTags() != null
        && Stream.of(image.getRepoTags()).anyMatch(name -> name.endsWith(tag));
  }

  private static String serviceOf(Image image) {
    return image.getLabels().getOrDefault(SERVICE, "");
  }

  private void remove(String id) {
    try {
      docker.removeImageCmd(id).exec();
    } catch (ConflictException | NotFoundException _) {
      // somebody uses it, or has removed it
    }
  }
}
