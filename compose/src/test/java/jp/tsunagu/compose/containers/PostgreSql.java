package jp.tsunagu.compose.containers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A real PostgreSQL in a container, also where no registry can be reached. */
final class PostgreSql {
  private static final Logger log = LoggerFactory.getLogger(PostgreSql.class);

  /** Kept, so that the next run finds every step of it done. */
  private static final String BUILT = "localhost/tsunagu/postgresql-for-tests:18";

  private static final String DOCKERFILE = "jp/tsunagu/compose/containers/postgresql/Dockerfile";
  private static final String BINARIES = "postgres-linux-x86_64.txz";

  private PostgreSql() {}

  /** From the official image, or else from one built of the binaries that the other tests run. */
  static PostgreSQLContainer container() {
    if (Image.DATABASE.canBeHad()) {
      return new PostgreSQLContainer(Image.DATABASE.name());
    }
    log.warn("{} cannot be had: building an image of the same version instead", Image.DATABASE);
    return new PostgreSQLContainer(built())
        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 1));
  }

  private static DockerImageName built() {
    var image =
        new ImageFromDockerfile(BUILT, false)
            .withFileFromClasspath("Dockerfile", DOCKERFILE)
            .withFileFromClasspath("postgresql.txz", BINARIES)
            .get();
    return DockerImageName.parse(image).asCompatibleSubstituteFor("postgres");
  }
}
