package jp.tsunagu.connector.intake;

import java.security.SecureRandom;
import java.time.Clock;
import jp.tsunagu.connector.directory.CurrentDirectory;
import jp.tsunagu.connector.outbox.Outbox;
import jp.tsunagu.connector.sheet.SubjectTokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the parts of the intake. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

  @Bean
  CommandDraft commandDraft(Clock clock, Acting acting) {
    return new CommandDraft(clock, new SecureRandom(), acting);
  }

  @Bean
  SubjectTokens subjectTokens(IntakeProperties properties) {
    return new SubjectTokens(properties.secret());
  }

  @Bean
  Dossiers dossiers(CurrentDirectory directory, SubjectTokens tokens, CommandDraft draft) {
    return new Dossiers(directory, tokens, draft);
  }

  @Bean
  SheetCommands sheetCommands(CommandDraft draft, Dossiers dossiers) {
    return new SheetCommands(draft, dossiers);
  }

  @Bean
  SheetIntake sheetIntake(Outbox outbox, CurrentDirectory directory, SheetCommands commands) {
    return new SheetIntake(outbox, directory, commands);
  }
}
