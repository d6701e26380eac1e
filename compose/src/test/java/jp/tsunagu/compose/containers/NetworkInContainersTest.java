package jp.tsunagu.compose.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

@ExtendWith(LoudWithoutDocker.class)
@Testcontainers(disabledWithoutDocker = true)
class NetworkInContainersTest {
  @Container static final KafkaContainer BROKER = new KafkaContainer(Image.BROKER.name());

  @Container static final PostgreSQLContainer DATABASE = PostgreSql.container();

  @Test
  void broker_and_database_answer_over_tcp() throws Exception {
    try (var database =
            DriverManager.getConnection(
                DATABASE.getJdbcUrl(), DATABASE.getUsername(), DATABASE.getPassword());
        var broker = Admin.create(Map.of("bootstrap.servers", BROKER.getBootstrapServers()))) {
      assertThat(database.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
      assertThat(broker.describeCluster().nodes().get(30, TimeUnit.SECONDS)).hasSize(1);
    }
  }
}
