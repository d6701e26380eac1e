package jp.tsunagu.scheduler.person;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the scheduler keeps who acted ({@code tsunagu.people.*}).
 *
 * @param folder where the key stands by which commands name who gave them, and the names behind
 *     them; belongs into the backup, as without it nobody can tell any more who acted
 */
@ConfigurationProperties("tsunagu.people")
record PeopleSettings(@DefaultValue("data/scheduler-people") Path folder) {}
