/** Will plan the monthly agendas of 支援会議 and 重層的支援会議; nothing is built yet. */
@NullMarked
package jp.tsunagu.scheduler;

import org.jspecify.annotations.NullMarked;
