package dev.umpire.gatling.step;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** A step of a virtual user; what a Scala trait would bring along by itself. */
public final class SocketIoAction implements Action {
    private final String name;
    private final Consumer<Session> step;
    private Logger logger = Logger.apply(LoggerFactory.getLogger(SocketIoAction.class));

    /** A step with this name; what it does must lead to the next step by itself. */
    public SocketIoAction(String name, Consumer<Session> step) {
        this.name = name;
        this.step = step;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void execute(Session session) {
        step.accept(session);
    }

    @Override
    public Logger logger() {
        return logger;
    }

    // the setter of a Scala trait's val
    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger value) {
        logger = value;
    }
}
