package jp.tsunagu.compose.containers;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.AppInfoParser;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** What a container is made of, by its official name. */
record Image(DockerImageName name) {
  /** The broker has the version of the clients on the class path. */
  static final Image BROKER = named("apache/kafka:" + AppInfoParser.getVersion());

  /** Options of a virtual machine that lives for minutes, whatever the image itself says. */
  static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

  static final Image JAVA = named("eclipse-temurin:25-jre");

  static final Image DATABASE = named("postgres:18");

  private static Image named(String name) {
    return new Image(DockerImageName.parse(name));
  }

  /** Whether it is on this machine or can be pulled now. */
  boolean canBeHad() {
    return isHere() || isPulled();
  }

  /** Whether its programs run as root, because it says nothing else. */
  boolean namesNoUser() {
    var config =
        DockerClientFactory.lazyClient().inspectImageCmd(name.asCanonicalNameString()).exec();
    var user = Objects.requireNonNull(config.getConfig()).getUser();
    return user == null || user.isBlank();
  }

  private boolean isHere() {
    try {
      DockerClientFactory.lazyClient().inspectImageCmd(name.asCanonicalNameString()).exec();
      return true;
    } catch (NotFoundException _) {
      return false;
    }
  }

  /** One try; Testcontainers itself would go on for two minutes where no registry answers. */
  private boolean isPulled() {
    try {
      return DockerClientFactory.lazyClient()
          .pullImageCmd(name.getUnversionedPart())
          .withTag(name.getVersionPart())
          .start()
          .awaitCompletion(5, TimeUnit.MINUTES);
    } catch (DockerException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public String toString() {
    return name.asCanonicalNameString();
  }
}
