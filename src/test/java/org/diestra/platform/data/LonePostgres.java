package org.diestra.platform.data;

import java.nio.file.Path;

/** An application that is nothing but its PostgreSQL, in a process that a test may kill. */
final class LonePostgres {
  private LonePostgres() {}

  public static void main(String[] args) throws InterruptedException {
    try {
      var postgres = OwnPostgres.in(Path.of(args[0]), true);
      Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
      var login = postgres.owner();
      System.out.println(String.join(" ", "up", login.url(), login.user(), login.password()));
    } catch (CannotStart e) {
      System.out.println(e.getMessage());
      System.exit(1);
    }
    Thread.sleep(Long.MAX_VALUE);
  }
}
