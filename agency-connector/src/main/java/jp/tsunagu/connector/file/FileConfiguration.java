package jp.tsunagu.connector.file;

import jakarta.servlet.MultipartConfigElement;
import jp.tsunagu.contract.dossier.FilePiece;
import jp.tsunagu.runtime.edge.Uploads;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** How files reach the connector. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileProperties.class)
class FileConfiguration {

  /** What is typed around a file on a page. */
  private static final int AROUND = 1 << 20;

  private static final int LARGEST_REQUEST = FilePiece.LARGEST_FILE + AROUND;

  @Bean
  static Uploads uploads() {
    return new Uploads(DataSize.ofBytes(LARGEST_REQUEST));
  }

  /** In memory alone: on a disk it would lie there in the clear. */
  @Bean
  static MultipartConfigElement multipartConfigElement() {
    return new MultipartConfigElement("", LARGEST_REQUEST, LARGEST_REQUEST, LARGEST_REQUEST);
  }
}
