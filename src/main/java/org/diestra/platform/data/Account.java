package org.diestra.platform.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Under whose name PostgreSQL runs: it refuses to be root. Started by root, it becomes {@code
 * nobody}; where nobody can't reach the folder (a home with mode 700), it runs in a user namespace
 * of its own, in which root is nobody in particular.
 *
 * @param prefix what stands before each command
 * @param owner who owns the server's files
 */
record Account(List<String> prefix, String owner) {
  private static final List<Account> FOR_ROOT =
      List.of(
          new Account(
              List.of(
                  "setpriv",
                  "--reuid=nobody",
                  "--regid=65534",
                  "--clear-groups",
                  "--no-new-privs",
                  "--"),
              "nobody"),
          new Account(List.of("unshare", "-U", "--"), "root"));

  /** The account that can reach a folder, which must exist. */
  static Account reaching(Path folder) {
    var user = Machine.user();
    if (!user.equals("root")) {
      return new Account(List.of(), user);
    }
    return FOR_ROOT.stream()
        .filter(account -> account.reaches(folder))
        .findFirst()
        .orElseThrow(() ->
            new CannotStart(
                ("DIESTRA_DATA: PostgreSQL does not run as root, and the account nobody can't"
                        + " reach %s; choose a folder it can reach, or start as another user.")
                    .formatted(folder)));
  }

  private boolean reaches(Path folder) {
    try {
      var test = new ProcessBuilder(command(List.of("test", "-x", folder.toString())));
      test.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      test.redirectError(ProcessBuilder.Redirect.DISCARD);
      var process = test.start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  List<String> command(List<String> command) {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    return whole;
  }

  /** Hands a folder and all in it to this account; nothing to do when its top already is. */
  void own(Path folder) throws IOException {
    if (prefix.isEmpty() || Files.getOwner(folder).getName().equals(owner)) {
      return;
    }
    var principal =
        folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
    try (var files = Files.walk(folder)) {
      // deepest first: the top is handed over last, so that a broken-off start is taken up again
      for (var file : files.toList().reversed()) {
        Files.setOwner(file, principal);
      }
    }
  }
}
