/** Shows on a console how the time of planning grows with the number of requests. */
@NullMarked
package jp.tsunagu.scheduler.bench;

import org.jspecify.annotations.NullMarked;
