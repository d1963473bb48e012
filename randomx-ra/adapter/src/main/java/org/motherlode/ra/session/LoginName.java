package org.motherlode.ra.session;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motherlode.model.wire.Request;
import org.motherlode.model.work.Difficulty;

/**
 * What miners write into the few fields that they have. The user is {@code address}, and behind it in any order
 * {@code .worker} and {@code +5000}; the password is the worker's name, {@code d=5000}, or both with a comma, a semicolon
 * or a space between them. What follows a colon in the password is an e-mail address elsewhere, and not looked at. A rig
 * id goes before a worker's name in the user, and that before one in the password; a difficulty in the user before one in
 * the password.
 *
 * @param fixed a difficulty that the miner wants to keep, for which it gets none below
 */
record LoginName(String address, WorkerName worker, Optional<Difficulty> fixed) {
    private static final String NUMBER = "([0-9]{1,18})";
    private static final Pattern USER =
            Pattern.compile("([^.+]*)(?:\\+" + NUMBER + ")?(?:\\.(.*?)(?:\\+" + NUMBER + ")?)?", Pattern.DOTALL);
    private static final Pattern WISH = Pattern.compile("(?:^|[,; ])d=" + NUMBER + "(?=$|[,; ])");
    private static final Pattern MAIL = Pattern.compile(":.*", Pattern.DOTALL);

    /** None if what follows a plus sign in the user is not a whole number, or has too many digits. */
    static Optional<LoginName> of(Request.Login login) {
        Matcher user = USER.matcher(login.user().strip());
        return user.matches() ? Optional.of(of(user, login)) : Optional.empty();
    }

    private static LoginName of(Matcher user, Request.Login login) {
        String pass = MAIL.matcher(login.pass().strip()).replaceFirst("");
        Matcher wish = WISH.matcher(pass);
        Optional<String> wished = wish.find() ? Optional.of(wish.group(1)) : Optional.empty();
        Optional<String> number = Optional.ofNullable(user.group(2))
                .or(() -> Optional.ofNullable(user.group(4)))
                .or(() -> wished);
        String named = wish.reset().replaceAll("").strip();
        String worker = login.rig()
                .filter(rig -> !rig.isBlank())
                .or(() -> Optional.ofNullable(user.group(3)))
                .orElse(named.equals("x") ? "" : named);
        return new LoginName(
                user.group(1),
                WorkerName.of(worker),
                number.map(Long::parseLong).filter(value -> value > 0).map(Difficulty::of));
    }
}
